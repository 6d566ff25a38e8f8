import {asCommentError, CommentError, type ErrorCode} from '../backends/errors.js';
import type {Backend, Created} from '../backends/port.js';
import type {NewComment} from '../content/types.js';
import {randomKey} from '../page/random-key.js';
import {check} from './check.js';
import {deliver, type Outcome} from './deliver.js';
import type {Draft} from './draft.js';
import {findSent} from './find-sent.js';
import type {Issue} from './issue.js';
import type {Plan} from './plan.js';
import {toNewComment} from './new-comment.js';
import {serverIssues} from './server-issues.js';
import {transition, writing, type SubmitEvent, type SubmitState} from './submit-state.js';
import {Told} from './told.js';
import {forgetDraft, keepDraft} from './unsent.js';

/** Who shows what becomes of it. */
export interface SubmissionView {
  changed(): void;
  /** Asks the reader whether the same comment shall go again. */
  ask(): Promise<boolean>;
  /** False: the page does not want it sent. */
  announce(comment: NewComment): boolean;
  accepted(plan: Plan, sent: NewComment, created: Created): void;
  failed(error: CommentError): void;
}

interface Ready {
  readonly plan: Plan;
  readonly draft: Draft;
  readonly comment: NewComment;
  readonly backend: Backend;
}

const noConnection: ReadonlySet<ErrorCode> = new Set(['network', 'timeout', 'offline']);
const isOffline = (): boolean => navigator.onLine === false;

const until = (time: number): Promise<void> => {
  const rest = time - performance.now();
  return rest > 0 ? new Promise((resolve) => setTimeout(resolve, rest)) : Promise.resolve();
};

/** The way of a comment from the reader's "send" to the server's answer. Works on values; shows nothing itself. */
export class Submission {
  readonly #view: SubmissionView;
  #left = false;
  #state: SubmitState = writing;
  readonly #told = new Told();
  /** The server asked to wait: until when, and what it said. */
  #pause: {readonly end: number; readonly code: Issue['code']} = {end: 0, code: 'errorTooFast'};
  #waiting: Ready | null = null;

  constructor(view: SubmissionView) {
    this.#view = view;
  }

  get state(): SubmitState {
    return this.#state;
  }

  /** Nobody looks any more. What is on its way goes on; what would have to be asked stays a draft. */
  leave(): void {
    this.#left = true;
  }

  submit(plan: Plan): void {
    // Waiting for a network that the reader knows to be there.
    const forced = this.#state.status === 'waiting';
    if (this.#go({type: 'submit'})) void this.#guard(() => this.#send(plan, forced), plan);
  }

  /** The network is back. */
  resume(): void {
    const ready = this.#waiting;
    if (this.#state.status !== 'waiting' || !ready || !this.#go({type: 'submit'})) return;
    void this.#guard(() => this.#deliver(ready, true), ready.plan);
  }

  /** Another form has sent this draft: its outcome counts here as well. */
  join(delivery: Promise<Outcome>, plan: Plan): void {
    if (!this.#go({type: 'submit'})) return;
    void this.#guard(async () => this.#settle(await delivery, plan, null), plan);
  }

  edit(): void {
    this.#go({type: 'edit'});
  }

  correct(field: string): void {
    this.#go({type: 'correct', field});
  }

  #go(event: SubmitEvent): boolean {
    const next = transition(this.#state, event);
    if (next === this.#state) return false;
    this.#state = next;
    if (!this.#left) this.#view.changed();
    return true;
  }

  async #guard(step: () => Promise<void>, plan: Plan): Promise<void> {
    try {
      await step();
    } catch (cause) {
      this.#fail(asCommentError(cause), plan);
    }
  }

  #issues({values, rules, closed, pace}: Plan): readonly Issue[] {
    if (closed) return [{field: null, code: 'errorClosed'}];
    const issues = this.#told.left(check(values, rules));
    if (issues.length) return issues;
    const paused = Math.ceil((this.#pause.end - performance.now()) / 1000);
    if (paused > 0) return [{field: null, code: this.#pause.code, wait: paused}];
    const wait = pace.wait(Date.now());
    return wait ? [{field: null, code: 'errorTooFast', wait}] : [];
  }

  async #send(plan: Plan, forced: boolean): Promise<void> {
    const issues = this.#issues(plan);
    if (issues.length) return void this.#go({type: 'refuse', issues});
    await until(plan.notBefore);
    const backend = await this.#connect(plan);
    if (!backend) return;
    const {values, connection, pace} = plan;
    const last = plan.draft.attempt;
    const attempt = last?.text === values.text ? last : undefined;
    const comment = await toNewComment(values, {...plan.around, key: attempt?.key ?? randomKey()});
    const risky = attempt?.unclear && !connection.capabilities?.idempotent;
    const found = risky ? await findSent(backend, comment) : null;
    if (found) {
      const created: Created = {status: 'published', id: found.id, comment: found};
      forgetDraft(plan.draftKey);
      return this.#settle({sent: comment, created}, plan, null);
    }
    if ((risky || pace.hasSent(values.text, Date.now())) && !(await this.#ask())) return;
    if (!this.#view.announce(comment)) return void this.#go({type: 'withdraw'});
    await this.#deliver({plan, draft: {...plan.draft, attempt}, comment, backend}, forced);
  }

  async #connect({connection}: Plan): Promise<Backend | null> {
    try {
      const backend = await connection.backend();
      void connection.ask();
      return backend;
    } catch (cause) {
      // Before any request: the page's settings are wrong, or code could not be loaded.
      const {code} = asCommentError(cause);
      const said = code === 'not-found' ? 'notConfigured' : 'errorCannotLoad';
      this.#go({type: 'refuse', issues: [{field: null, code: said}]});
      return null;
    }
  }

  async #ask(): Promise<boolean> {
    this.#go({type: 'ask'});
    const yes = !this.#left && (await this.#view.ask());
    this.#go({type: yes ? 'confirm' : 'withdraw'});
    return yes;
  }

  #wait(ready: Ready): void {
    const {plan, comment} = ready;
    const attempt = {
      text: comment.content.text,
      key: comment.key,
      unclear: ready.draft.attempt?.unclear ?? false,
    };
    this.#waiting = {...ready, draft: {...ready.draft, attempt}};
    keepDraft(plan.draftKey, this.#waiting.draft);
    this.#go({type: 'wait'});
  }

  async #deliver(ready: Ready, forced: boolean): Promise<void> {
    const {plan, draft, backend} = ready;
    if (isOffline() && !forced) return this.#wait(ready);
    let challenge: string | null = null;
    try {
      challenge = plan.token && (await plan.token());
    } catch (cause) {
      const field = {field: 'challenge', code: 'required'} as const;
      return this.#fail(new CommentError('invalid', {fields: [field], cause}), plan);
    }
    const outcome = await deliver(plan.draftKey, draft, {...ready.comment, challenge}, backend);
    this.#settle(outcome, plan, ready);
  }

  #settle({sent, created, error}: Outcome, plan: Plan, ready: Ready | null): void {
    if (created) {
      plan.pace.noteSent(sent.content.text, Date.now());
      this.#go({type: 'accept'});
      if (!this.#left) this.#view.accepted(plan, sent, created);
      return;
    }
    const safe = plan.connection.capabilities?.idempotent;
    if (ready && safe && isOffline() && noConnection.has(error.code)) {
      const attempt = {text: sent.content.text, key: sent.key, unclear: true};
      return this.#wait({...ready, draft: {...ready.draft, attempt}});
    }
    this.#fail(error, plan);
  }

  #fail(error: CommentError, {rules, connection}: Plan): void {
    const idempotent = connection.capabilities?.idempotent ?? false;
    const issues = serverIssues(error, rules.maxLength, idempotent);
    const [first] = issues;
    if (error.retryAfter && first) {
      this.#pause = {end: performance.now() + error.retryAfter * 1000, code: first.code};
    }
    this.#go({type: 'refuse', issues});
    if (!this.#left) this.#view.failed(error);
  }
}
