import type {NewComment} from '../content/types.js';
import {check, checkRequests} from './contract-checks.js';
import type {StoppedClock} from './contract-clock.js';
import {onScriptedNetwork, type Handler, type ScriptedNetwork} from './contract-server.js';
import type {BackendSubject, Situation} from './contract-subject.js';
import type {Backend, BackendOptions, CommentPage, ListRequest} from './port.js';

/** One promise of the contract. `run` resolves when it is kept, and rejects with what is wrong. */
export interface ContractCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** What a case works with. */
export interface Stage {
  readonly backend: Backend;
  readonly network: ScriptedNetwork;
  readonly clock: StoppedClock;
  /** Not aborted before the case is over. */
  readonly signal: AbortSignal;
  /** The comment that a case sends. */
  readonly comment: NewComment;
  /** The first page of the thread. */
  readonly first: ListRequest;
}

/** A word of the comment, which the requests are searched for. */
const marker = 'contract4711';

const toComment = (thread: string): NewComment => ({
  thread,
  parentId: null,
  author: {name: 'ليلى', email: 'laila@contract.example', url: null},
  content: {text: `السلام عليكم ${marker}`, html: `<p dir="rtl">السلام عليكم ${marker}</p>`},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: '6f2d3f1e-8b1a-4c59-9f05-3d1a6f0f4b11',
});

function toOptions({endpoint, options}: BackendSubject): BackendOptions {
  const kept = new Map<string, string>();
  const url = new URL('/2026/01/article', endpoint).href;
  return {
    endpoint: new URL(endpoint),
    site: '',
    page: {url, title: 'مقال', canonical: url, links: [], bodyClasses: [], commentForm: null},
    storage: {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => Boolean(kept.set(key, value)),
      remove: (key) => void kept.delete(key),
    },
    headers: {'x-page': 'contract'},
    credentials: 'omit',
    ...options,
  };
}

/** For a situation in which the server has nothing to say. */
export const unscripted: Handler = ({method, url}) => {
  throw new Error(`Nothing answers ${method} ${url} here`);
};

/** A case that plays in `situation`, in which the server answers by `answer`. */
export function toCase(
  subject: BackendSubject,
  name: string,
  situation: Situation,
  answer: Handler = unscripted,
  act: (stage: Stage) => Promise<void>,
): ContractCase {
  const {thread = '/2026/01/article', conversation} = subject;
  const options = toOptions(subject);
  const comment = toComment(thread);
  const first: ListRequest = {thread, order: 'newest', limit: conversation?.pageSize ?? 20, cursor: null};
  return {
    name,
    run: () =>
      onScriptedNetwork(answer, async (network, clock) => {
        const over = new AbortController();
        const {signal} = over;
        const backend = subject.create(options, situation);
        try {
          await act({backend, network, clock, signal, comment, first});
        } finally {
          // Of several requests at once the others may go on when one has failed: not into the next case.
          over.abort(new Error('The case is over.'));
        }
        checkRequests(network.seen, options, comment);
      }),
  };
}

/** Reads a page, by a backend that must be able to. */
export function read({backend, first, signal}: Stage, cursor: string | null = null): Promise<CommentPage> {
  check(typeof backend.list === 'function', 'has no list()');
  return backend.list({...first, cursor}, signal);
}

/** The comment went out once, and not again. */
export function checkSentOnce({seen}: ScriptedNetwork): void {
  const times = seen.filter(({body, url}) => body.includes(marker) || url.href.includes(marker)).length;
  check(times === 1, `the comment went out ${times} times instead of once`);
}
