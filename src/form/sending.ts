import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {loadSanitizer} from '../content/sanitize/load.js';
import {Announcer} from './announcer.js';
import {ChallengePlace} from './challenge-place.js';
import {check} from './check.js';
import {Connection} from './connection.js';
import {Counter, counterTemplate} from './counter.js';
import {renderDecoy} from './decoy.js';
import {deliveryOf} from './deliver.js';
import {applyDemands, renderPremoderation} from './demands.js';
import {showDirection, writtenDirection} from './field-direction.js';
import type {FormContext} from './form-context.js';
import {lengthLimit} from './form-view.js';
import {GivingUp} from './giving-up.js';
import {renderIssue, renderIssues} from './issue-view.js';
import type {Issue} from './issue.js';
import {makePlan, rulesOf, seenOf, takesMarkup, type Plan} from './plan.js';
import {Preview} from './preview.js';
import {Questions, renderQuestion} from './question.js';
import {ReaderValues} from './reader-values.js';
import {Press} from './press.js';
import {Reports} from './reports.js';
import {styles} from './sending.styles.js';
import {States} from './states.js';
import {Steady} from './steady.js';
import {Submission} from './submission.js';
import {forgetOldDrafts, keepDraft, recallDraft} from './unsent.js';
import {warnOfBadSettings, warnOfDemands} from './warn-of-bad-settings.js';

// A comment is changed with the same means, by who has mostly just sent it.
export {Editor} from './editor.js';
export {Questions, renderQuestion} from './question.js';

/**
 * The part of the form that comes at the first focus: direction and counter
 * while the reader writes, then the way out. It fills in what the form shows
 * (form-context.ts) before every rendering.
 */
export class Sending implements ReactiveController {
  readonly #context: FormContext;
  readonly #root: ShadowRoot;
  readonly #values: ReaderValues;
  readonly #counter: Counter;
  readonly #preview: Preview;
  readonly #announcer: Announcer;
  readonly #reports: Reports;
  #submission: Submission;
  #connection: Connection;
  #challenge: ChallengePlace | undefined;
  #draftKey = '';
  #typed: Readonly<Record<string, string>> = {};
  readonly #questions: Questions;
  readonly #givingUp: GivingUp;
  /** Selector of what gets the focus with the next rendering. */
  #focusNext = '';
  readonly #press: Press;
  readonly #steady = new Steady();
  readonly #states: States;
  #failed = false;
  #fetched = false;

  constructor(context: FormContext, root: ShadowRoot) {
    const {element, language} = context;
    this.#context = context;
    this.#root = root;
    this.#values = new ReaderValues(root);
    this.#counter = new Counter(root, language);
    this.#preview = new Preview(language, () => element.requestUpdate());
    this.#announcer = new Announcer(context);
    this.#questions = new Questions(() => element.requestUpdate());
    this.#givingUp = new GivingUp(context, this.#values, this.#questions);
    this.#reports = new Reports(context, this.#values, this.#announcer, {
      changed: this.#handleState,
      focus: this.#focus,
      ask: () => this.#questions.ask('sendAgainConfirm', 'sendAgain', 'cancel'),
    });
    this.#press = new Press(root);
    this.#states = new States(element);
    this.#submission = new Submission(this.#reports);
    this.#connection = this.#connect();
    const {styleSheet} = styles;
    if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
    root.addEventListener('input', this.#handleInput);
    root.addEventListener('change', this.#handleChange);
    root.addEventListener('keydown', this.#handleKey);
    warnOfBadSettings(element);
    forgetOldDrafts();
    element.addController(this);
    element.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('online', this.#handleOnline);
    this.#handleOnline();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#handleOnline);
    this.#counter.stop();
    this.#preview.stop();
    this.#questions.dismiss();
  }

  hostUpdate(): void {
    const context = this.#context;
    const {element, language} = context;
    this.#typed = this.#values.reader();
    if (context.draftKey !== this.#draftKey) this.#turn();
    if (!this.#connection.isFor(element)) this.#connection = this.#connect();
    if (!this.#challenge?.isFor(element.challenge)) this.#drawChallenge();
    if (!language.complete) void language.load();
    const {capabilities} = this.#connection;
    applyDemands(context, capabilities);
    if (Object.keys(this.#typed).length !== context.fields.length)
      this.#steady.hold(this.#root.activeElement);

    const {state} = this.#submission;
    const issues = state.status === 'failed' ? state.issues.map(this.#placed) : [];
    context.busy = state.status === 'sending' || state.status === 'asking';
    context.errors = new Map(issues.map((issue) => [issue.field ?? '', renderIssue(issue, language)]));
    context.summary = this.#renderSummary(issues);
    context.parentDir = writtenDirection(element.parentName, language.dir) ?? nothing;
    context.counter = counterTemplate;
    context.preview = takesMarkup(element, this.#connection) ? this.#preview.render() : nothing;
    context.actions = [
      element.parentId ? this.#givingUp.render() : nothing,
      renderPremoderation(capabilities, language),
      renderDecoy(context),
    ];
    const {current} = this.#questions;
    context.question = current && renderQuestion(current, language);
  }

  hostUpdated(): void {
    const {language} = this.#context;
    this.#values.restore(this.#typed);
    this.#steady.settle();
    for (const id of ['name', 'comment']) {
      const control = this.#values.control(id);
      if (control) showDirection(control, language.dir);
    }
    const typed = this.#values.typed('comment');
    this.#counter.update(seenOf(typed, this.#context, this.#connection), lengthLimit(this.#context));
    this.#preview.follow(typed);
    const dialog = this.#root.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    if (!this.#focusNext) return;
    this.#root.querySelector<HTMLElement>(this.#focusNext)?.focus();
    this.#focusNext = '';
  }

  /** Another conversation or comment to answer: what is on its way stays with its own. */
  #turn(): void {
    const context = this.#context;
    const isFirst = !this.#draftKey;
    this.#draftKey = context.draftKey;
    this.#submission.leave();
    this.#questions.dismiss();
    this.#submission = new Submission(this.#reports);
    const draft = recallDraft(context.draftKey);
    const box = this.#values.control('comment');
    // Memory may know more than storage that is full; but what was typed before this code came is newer.
    if (box && draft.text && !(isFirst && box.value)) {
      context.draft = draft;
      box.value = draft.text;
    }
    const plan = this.#plan();
    const delivery = deliveryOf(context.draftKey, plan.values.text);
    if (delivery) this.#submission.join(delivery, plan);
  }

  #connect(): Connection {
    // A copy: the element's own properties change.
    const {backend, endpoint, site, headers, credentials} = this.#context.element;
    const connection: Connection = new Connection(
      {backend, endpoint: endpoint ?? '', site, headers, credentials},
      () => {
        if (connection !== this.#connection) return;
        warnOfDemands(this.#context.element, connection.capabilities);
        this.#context.element.requestUpdate();
      },
    );
    void connection.ask();
    return connection;
  }

  #drawChallenge(): void {
    const {element} = this.#context;
    this.#challenge?.remove();
    this.#challenge = element.challenge && new ChallengePlace(element.challenge, element, !!element.parentId);
  }

  #plan(): Plan {
    return makePlan(this.#context, this.#values, this.#connection, this.#challenge);
  }

  /** The reader presses send. */
  readonly submit = (): void => {
    const focused = this.#root.activeElement;
    this.#submission.submit(this.#plan());
    // What was pressed may be gone: the button that sends keeps the place.
    if (focused?.closest('.summary')) this.#root.querySelector<HTMLElement>('.submit')?.focus();
  };

  readonly #handleState = (): void => {
    const context = this.#context;
    const {status} = this.#submission.state;
    if (status === 'sending') this.#announcer.clear();
    if (status === 'waiting') this.#announcer.say('waitingForNetwork');
    if (status === 'failed' && !this.#failed) this.#focus('.summary');
    this.#failed = status === 'failed';
    this.#states.show(status);
    // Its attempts are kept with it.
    if (status !== 'sending') {
      context.draft = {...recallDraft(context.draftKey), text: this.#values.typed('comment')};
    }
    context.element.requestUpdate();
  };

  /** With the next rendering; but a reader who has gone elsewhere is not called back. */
  readonly #focus = (selector: string): void => {
    const {activeElement} = document;
    const nowhere = !activeElement || activeElement === document.body;
    if (nowhere || this.#root.activeElement) this.#focusNext = selector;
    this.#context.element.requestUpdate();
  };

  readonly #handleOnline = (): void => {
    if (navigator.onLine !== false) this.#submission.resume(this.#values.clean());
  };

  readonly #handleInput = ({target}: Event): void => {
    const context = this.#context;
    if (target instanceof HTMLInputElement && target.id === 'name')
      showDirection(target, context.language.dir);
    if (!(target instanceof HTMLTextAreaElement)) return;
    const waited = this.#submission.state.status === 'waiting';
    this.#submission.edit();
    if (waited) this.#announcer.say('offline');
    else if (context.status) this.#announcer.clear();
    // Sent before, it outlives its tab; not kept by the tab, it is kept in memory.
    keepDraft(context.draftKey, context.draft);
    showDirection(target, context.language.dir);
    this.#counter.update(seenOf(target.value, context, this.#connection), lengthLimit(context));
    this.#preview.follow(target.value);
    this.#fetchSanitizer();
  };

  /** While the reader writes: what is sent has passed it. */
  #fetchSanitizer(): void {
    if (this.#fetched) return;
    this.#fetched = true;
    // Asked for again when it is needed; a comment goes without it.
    loadSanitizer().catch(() => {});
  }

  readonly #handleChange = ({target}: Event): void => {
    if (!(target instanceof Element)) return;
    const context = this.#context;
    const {id} = target;
    this.#values.remember(context.element.noRemember);
    if (!this.#failed) return;
    const wrong = check(this.#values.clean(), rulesOf(context, this.#connection));
    if (wrong.some(({field}) => field === id)) return;
    this.#press.whenReleased(() => this.#submission.correct(id));
  };

  readonly #handleKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.isComposing) return;
    // Nobody's but the question's, as long as it is open.
    if (this.#questions.current) return event.stopPropagation();
    const {key, target} = event;
    if (key === 'Escape' && this.#context.element.parentId) {
      // Else the same key would close the question that it opens.
      event.preventDefault();
      void this.#givingUp.begin();
    }
    const send = key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (send && target instanceof HTMLTextAreaElement) target.form?.requestSubmit();
  };

  /** An issue of a control that is not shown belongs to none. */
  readonly #placed = (issue: Issue): Issue =>
    issue.field && !this.#values.control(issue.field) ? {...issue, field: null} : issue;

  readonly #show = (event: Event, field: string): void => {
    // The address of the page stays, and it cannot reach in here anyway.
    event.preventDefault();
    this.#values.control(field)?.focus();
  };

  #renderSummary(issues: readonly Issue[]): TemplateResult | undefined {
    const {element, language} = this.#context;
    if (issues.length) return renderIssues(issues, language, element.headingLevel, this.#show);
    return this.#connection.misconfigured ? html`<p>${language.text('notConfigured')}</p>` : undefined;
  }
}
