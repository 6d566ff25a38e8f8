import type {NewComment} from '../content/types.js';
import {
  check,
  checkCapabilities,
  checkCreated,
  checkPage,
  checkRejects,
  checkRequests,
} from './contract-checks.js';
import type {StoppedClock} from './contract-clock.js';
import {faults, whileOnline, type Fault} from './contract-faults.js';
import {onScriptedNetwork, type Handler, type ScriptedNetwork} from './contract-server.js';
import type {ErrorCode, FieldName} from './errors.js';
import type {Backend, BackendOptions, ListRequest} from './port.js';

export type {Handler} from './contract-server.js';

/** A refusal of the server, and what the backend has to make of it. */
export interface Refusal {
  readonly name: string;
  /** How the server answers; left out by a backend that has no server. */
  readonly answer?: Handler;
  readonly code: ErrorCode;
  /** Fields that the error names. */
  readonly fields?: readonly FieldName[];
}

/**
 * A state of the server that the contract looks at:
 * `empty` a thread in which nobody wrote,
 * `conversation` a thread with several pages,
 * `spoilt` the same with exactly one comment that cannot be read,
 * `published` and `held` what becomes of a comment that is sent,
 * `counts` numbers of comments; or the name of one of the refusals.
 */
export type Situation = string;

/** What the contract has to know of a backend. */
export interface BackendSubject {
  /** Makes the backend; what it has no server for, it sets up by `situation`. */
  readonly create: (options: BackendOptions, situation: Situation) => Backend;
  readonly endpoint: string;
  readonly options?: Partial<Omit<BackendOptions, 'endpoint'>>;
  /** The thread key that is asked for. */
  readonly thread?: string;
  /** Comments of the conversation and their number of pages of `pageSize`. */
  readonly conversation?: {readonly answer?: Handler; readonly comments: number; readonly pageSize: number};
  readonly empty?: {readonly answer?: Handler};
  readonly spoilt?: {readonly answer?: Handler};
  readonly published?: {readonly answer?: Handler};
  readonly held?: {readonly answer?: Handler};
  readonly refusals?: readonly Refusal[];
  readonly counts?: {readonly answer?: Handler; readonly numbers: ReadonlyMap<string, number>};
  /** False: a backend without a server, which no fault of the network can reach. */
  readonly network?: boolean;
  /** Faults that are none to this server, by their names. */
  readonly except?: readonly string[];
  /** Which requests write; those that are no `GET`, by default. */
  readonly writes?: (request: Request) => boolean;
}

/** One promise of the contract. `run` resolves when it is kept, and rejects with what is wrong. */
export interface ContractCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** What one case works with. */
interface Stage {
  readonly backend: Backend;
  readonly network: ScriptedNetwork;
  readonly clock: StoppedClock;
  readonly signal: AbortSignal;
}

const mostPages = 200;
const triesOfARead = 3;

/** A comment with a word that the server's requests are searched for. */
const marker = 'contract4711';

const toWrite = (thread: string): NewComment => ({
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
    headers: {},
    credentials: 'omit',
    ...options,
  };
}

const unscripted: Handler = ({method, url}) => {
  throw new Error(`This case answers no request, but there is ${method} ${url}`);
};

/**
 * The contract of the backend port as a list of cases, for any test runner:
 * `for (const {name, run} of backendContract(subject)) it(name, run)`.
 * Only situations that the subject knows are looked at. Cases must not run at
 * the same time: each takes the place of `fetch` and of long timers.
 */
export function backendContract(subject: BackendSubject): readonly ContractCase[] {
  const cases: ContractCase[] = [];
  const {thread = '/2026/01/article', conversation, empty, spoilt, published, held, counts} = subject;
  const writes = subject.writes ?? (({method}: Request): boolean => method !== 'GET');
  const options = toOptions(subject);
  const comment = toWrite(thread);
  const first: ListRequest = {thread, order: 'newest', limit: conversation?.pageSize ?? 20, cursor: null};

  const add = (
    name: string,
    situation: Situation,
    answer: Handler | undefined,
    act: (stage: Stage) => Promise<void>,
  ): void => {
    const run = (): Promise<void> =>
      onScriptedNetwork(answer ?? unscripted, async (network, clock) => {
        const backend = subject.create(options, situation);
        await act({backend, network, clock, signal: new AbortController().signal});
        checkRequests(network.seen, options, comment);
      });
    cases.push({name, run});
  };

  /** Whether the comment was sent `times` times. */
  const checkSent = ({seen}: ScriptedNetwork, times: number): void => {
    const sent = seen.filter(({body, url}) => body.includes(marker) || url.href.includes(marker)).length;
    check(sent === times, `the comment went out ${sent} times instead of ${times}`);
  };

  const list = ({backend, signal}: Stage, request: ListRequest): ReturnType<NonNullable<Backend['list']>> => {
    check(typeof backend.list === 'function', 'has no list()');
    return backend.list(request, signal);
  };

  if (empty)
    add('reads an empty thread', 'empty', empty.answer, async (stage) => {
      const page = await list(stage, first);
      checkPage(page);
      check(page.comments.length === 0, 'an empty thread has comments');
      check(page.nextCursor === null, 'an empty thread has a next page');
      check((page.total ?? 0) === 0, 'an empty thread counts comments');
    });

  if (conversation)
    add(
      'pages through a conversation without a repeat or a gap',
      'conversation',
      conversation.answer,
      async (stage) => {
        const ids = new Set<string>();
        let cursor: string | null = null;
        let pages = 0;
        do {
          check(pages++ < mostPages, 'the pages never end');
          const page = await list(stage, {...first, cursor});
          checkPage(page);
          check(page.skipped === 0, 'comments were left out');
          check(page.nextCursor === null || page.nextCursor !== cursor, 'a page is its own next page');
          for (const {id} of page.comments) {
            check(!ids.has(id), `comment ${id} comes twice`);
            ids.add(id);
          }
          const {total} = page;
          check(total === null || total <= conversation.comments, `total is ${total}`);
          cursor = page.nextCursor;
        } while (cursor !== null);
        check(
          ids.size === conversation.comments,
          `${ids.size} comments came instead of ${conversation.comments}`,
        );
        check(conversation.comments <= conversation.pageSize || pages > 1, 'everything came on one page');
      },
    );

  if (spoilt)
    add('leaves out a comment that cannot be read, and counts it', 'spoilt', spoilt.answer, async (stage) => {
      const page = await list(stage, first);
      checkPage(page);
      check(page.skipped === 1, `${page.skipped} comments were left out instead of 1`);
      check(page.comments.length > 0, 'the good comments were left out too');
    });

  if (counts)
    add('counts the comments of several threads', 'counts', counts.answer, async ({backend, signal}) => {
      const numbers = await backend.count?.([...counts.numbers.keys()], signal);
      check(numbers !== undefined, 'has no count()');
      for (const [key, number] of counts.numbers)
        check(numbers.get(key) === number, `${key} has ${numbers.get(key)} comments instead of ${number}`);
    });

  for (const [situation, status] of [
    ['published', published],
    ['held', held],
  ] as const)
    if (status) {
      add(`tells that a comment was ${situation}`, situation, status.answer, async (stage) => {
        const {backend, network, signal} = stage;
        checkCreated(await backend.create(comment, signal), situation);
        if (subject.network !== false) checkSent(network, 1);
      });
    }

  if (published) {
    add('can do what it says', 'published', published.answer, async ({backend, signal}) => {
      checkCapabilities(backend, await backend.capabilities(signal));
    });
  }

  for (const {name, answer, code, fields = []} of subject.refusals ?? [])
    add(`tells that a comment was refused: ${name}`, name, answer, async ({backend, network, signal}) => {
      const error = await checkRejects(backend.create(comment, signal), code);
      const named = error.fields.map(({field}) => field);
      for (const field of fields) check(named.includes(field), `the error does not name ${field}`);
      if (subject.network !== false) checkSent(network, 1);
    });

  for (const [doing, situation, answer] of [
    ['reading', 'conversation', conversation?.answer],
    ['writing', 'published', published?.answer],
  ] as const)
    if (situation === 'conversation' ? conversation : published)
      add(`stops ${doing} when it is aborted`, situation, answer, async ({backend, network}) => {
        const controller = new AbortController();
        const reason = new Error('gone');
        network.answer = (request) => {
          controller.abort(reason);
          return (answer ?? unscripted)(request);
        };
        if (subject.network === false) controller.abort(reason);
        const attempt: Promise<unknown> | undefined =
          doing === 'reading'
            ? backend.list?.(first, controller.signal)
            : backend.create(comment, controller.signal);
        const error: unknown = await attempt?.then(
          () => undefined,
          (failure: unknown) => failure,
        );
        check(error === reason, `gives ${String(error)} instead of the reason of the abort`);
      });

  /** Whether an error says what the fault is. */
  const checkFault = async (attempt: Promise<unknown>, {code, ...fault}: Fault): Promise<void> => {
    const error = await checkRejects(attempt, code);
    check(error.retryable, `${code} cannot be tried again`);
    const retryAfter = fault.retryAfter ?? null;
    check(error.retryAfter === retryAfter, `waits ${error.retryAfter} s instead of ${retryAfter}`);
  };

  if (subject.network !== false)
    for (const fault of faults.filter(({name}) => !subject.except?.includes(name))) {
      if (conversation)
        add(`reading: ${fault.name}`, 'conversation', conversation.answer, async (stage) => {
          stage.network.answer = fault.answer(stage.clock);
          await whileOnline(fault.online, () => checkFault(list(stage, first), fault));
          check(stage.network.seen.length <= triesOfARead, `asks ${stage.network.seen.length} times`);
        });
      if (published)
        add(`writing: ${fault.name}`, 'published', published.answer, async (stage) => {
          const {backend, network, clock, signal} = stage;
          const usual = published.answer ?? unscripted;
          const faulty = fault.answer(clock);
          network.answer = (request) => (writes(request) ? faulty : usual)(request);
          await whileOnline(fault.online, () => checkFault(backend.create(comment, signal), fault));
          checkSent(network, 1);
        });
    }

  return cases;
}
