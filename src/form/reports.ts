import type {CommentError} from '../backends/errors.js';
import type {Created} from '../backends/port.js';
import type {NewComment} from '../content/types.js';
import {localStore} from '../page/storage.js';
import type {Announcer} from './announcer.js';
import {CommentCreatedEvent} from './comment-created-event.js';
import {CommentFailedEvent} from './comment-failed-event.js';
import {CommentSubmitEvent} from './comment-submit-event.js';
import type {FormContext} from './form-context.js';
import {acceptedRulesKey} from './kept-keys.js';
import {toShownComment} from './new-comment.js';
import type {Plan} from './plan.js';
import type {ReaderValues} from './reader-values.js';
import type {SubmissionView} from './submission.js';

/** What the form does when its comment has got somewhere: tells the page, and the reader. */
export interface ReportActions {
  readonly changed: () => void;
  readonly ask: () => Promise<boolean>;
  readonly focus: (selector: string) => void;
}

export class Reports implements SubmissionView {
  readonly #context: FormContext;
  readonly #values: ReaderValues;
  readonly #announcer: Announcer;
  readonly #actions: ReportActions;

  constructor(context: FormContext, values: ReaderValues, announcer: Announcer, actions: ReportActions) {
    this.#context = context;
    this.#values = values;
    this.#announcer = announcer;
    this.#actions = actions;
  }

  changed(): void {
    this.#actions.changed();
  }

  ask(): Promise<boolean> {
    return this.#actions.ask();
  }

  announce(comment: NewComment): boolean {
    // Named one by one: no event ever holds the e-mail address.
    const {name, url} = comment.author;
    const event = new CommentSubmitEvent({...comment, author: {name, url}});
    return this.#context.element.dispatchEvent(event);
  }

  accepted({draft}: Plan, sent: NewComment, created: Created): void {
    const context = this.#context;
    const {element} = context;
    const box = this.#values.control('comment');
    // Written on meanwhile, it stays: only what was sent goes.
    if (box?.value === draft.text) box.value = '';
    context.draft = {text: box?.value ?? ''};
    if (element.agreeRules) localStore.set(acceptedRulesKey, element.rulesVersion);
    this.#values.remember(element.noRemember);
    const event = new CommentCreatedEvent(toShownComment(sent, created), created.status, created.edit);
    element.dispatchEvent(event);
    if (event.focusClaimed) return;
    const posted = sent.parentId ? 'statusReplyPosted' : 'statusPosted';
    this.#announcer.say(created.status === 'held' ? 'statusPending' : posted);
    this.#actions.focus('.status');
  }

  failed(error: CommentError): void {
    this.#context.element.dispatchEvent(new CommentFailedEvent(error));
  }
}
