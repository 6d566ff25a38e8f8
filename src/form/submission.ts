import {asCommentError, CommentError, type ErrorCode} from '../backends/errors.js';
import type {Backend, Created} from '../backends/port.js';
import type {NewComment} from '../content/types.js';
import {randomKey} from '../page/random-key.js';
import {check, checkText, type FormValues} from './check.js';
import {deliver, type Outcome} from './deliver.js';
import {findSent} from './find-sent.js';
import type {Issue} from './issue.js';
import type {Plan} from './plan.js';
import {toNewComment, typedText} from './new-comment.js';
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
  #waiting: Plan | null = null;

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

  /** The network is back. What was put right in other fields meanwhile counts. */
  resume(values: FormValues): void {
    if (this.#state.status !== 'waiting' || !this.#waiting || !this.#go({type: 'submit'})) return;
    const plan = {...this.#waiting, values};
    void this.#guard(() => this.#send(plan, true), plan);
  }

  /** Another form has sent this draft: its outcome counts here as well. */
  join(delivery: Promise<Outcome>, plan: Plan): void {
    if (!this.#go({type: 'submit'})) return;
    void this.#guard(async () => this.#settle(await delivery, plan), plan);
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
    const {values, connection, pace, draftKey} = plan;
    const last = plan.draft.attempt;
    const attempt = last?.text === values.text ? last : {text: values.text, key: randomKey(), unclear: false};
    const draft = {...plan.draft, attempt};
    // Sent for the reader: from now on it outlives its tab, and pressed again it is the same comment.
    keepDraft(draftKey, draft);
    await until(plan.notBefore);
    if (isOffline() && !forced) return this.#wait({...plan, draft});
    const backend = await this.#connect(plan);
    if (!backend) return;
    const markup = plan.wantsMarkup && (await this.#keepsMarkup(plan));
    if (markup && !plan.rules.markup) {
      // Learnt only now: other characters count.
      const wrong = checkText(values.text, {...plan.rules, markup});
      if (wrong.length) return void this.#go({type: 'refuse', issues: wrong});
    }
    const comment = await toNewComment(values, {...plan.around, markup, key: attempt.key});
    if (attempt.unclear) await connection.ask();
    const risky = attempt.unclear && !connection.capabilities?.idempotent;
    const found = risky ? await findSent(backend, comment) : null;
    if (found) {
      const created: Created = {status: 'published', id: found.id, comment: found};
      forgetDraft(draftKey, attempt.key);
      return this.#settle({sent: comment, created}, plan);
    }
    if ((risky || pace.hasSent(values.text, Date.now())) && !(await this.#ask())) return;
    if (!this.#view.announce(comment)) return void this.#go({type: 'withdraw'});
    await this.#deliver({...plan, draft}, comment, backend);
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

  /** Whether the server keeps tags. As long as it has not said so, they are text like everything else. */
  async #keepsMarkup({connection}: Plan): Promise<boolean> {
    await connection.ask();
    return connection.capabilities?.markup ?? false;
  }

  async #ask(): Promise<boolean> {
    this.#go({type: 'ask'});
    const yes = !this.#left && (await this.#view.ask());
    this.#go({type: yes ? 'confirm' : 'withdraw'});
    return yes;
  }

  #wait(plan: Plan): void {
    this.#waiting = plan;
    this.#go({type: 'wait'});
  }

  async #deliver(plan: Plan, comment: NewComment, backend: Backend): Promise<void> {
    let challenge: string | null = null;
    try {
      challenge = plan.token && (await plan.token());
    } catch (cause) {
      const field = {field: 'challenge', code: 'required'} as const;
      return this.#fail(new CommentError('invalid', {fields: [field], cause}), plan);
    }
    const outcome = await deliver(plan.draftKey, plan.draft, {...comment, challenge}, backend);
    const {error, sent} = outcome;
    const safe = plan.connection.capabilities?.idempotent;
    if (error && safe && isOffline() && noConnection.has(error.code)) {
      const attempt = {text: typedText(sent), key: sent.key, unclear: true};
      return this.#wait({...plan, draft: {...plan.draft, attempt}});
    }
    this.#settle(outcome, plan);
  }

  #settle({sent, created, error}: Outcome, plan: Plan): void {
    if (!created) return this.#fail(error, plan);
    plan.pace.noteSent(typedText(sent), Date.now());
    this.#go({type: 'accept'});
    if (!this.#left) this.#view.accepted(plan, sent, created);
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
