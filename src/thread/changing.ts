import {asCommentError, CommentError} from '../backends/errors.js';
import type {Comment, Content} from '../content/types.js';
import {draftKey} from '../form/draft.js';
import type {EditorSettings} from '../form/editor.js';
import type {Written} from '../form/new-comment.js';
import {loadSending} from '../form/load-sending.js';
import type {LanguageController} from '../language/controller.js';
import {actionFailure} from './action-failure.js';
import {Asking, type EditingCode} from './asking.js';
import type {ShownComment} from './comment.js';
import type {Conversation} from './conversation.js';
import type {Further} from './further.js';
import {showFurtherActions, type FurtherActions} from './further-actions.js';
import type {OwnComments} from './own-comments.js';
import type {Branch} from './tree.js';

/** What its author typed; null: the server does not tell. */
const typedOf = ({source, text}: Content): string | null => source ?? text;

/** What a reader does is not given up with the page. */
const never = (): AbortSignal => new AbortController().signal;

/**
 * What a reader does to a comment that stands there: changes their own in its
 * place or takes it back, and reports another's. Each only where the server
 * offers it, and their own only as long as it gives leave to.
 */
export class Changing {
  readonly #conversation: Conversation;
  readonly #host: EditorSettings & Pick<HTMLElement, 'shadowRoot'>;
  readonly #language: LanguageController;
  readonly #further: Further;
  readonly #own: OwnComments;
  readonly #busy = new Set<Branch>();
  /** What went wrong, and whether it was with a change to the reader's own comment. */
  readonly #failed = new Map<Branch, {readonly error: CommentError; readonly ofOwn: boolean}>();
  readonly #reported = new Set<string>();
  #code: Promise<EditingCode> | undefined;
  #asking: Asking | undefined;
  #editing: {readonly branch: Branch; readonly editor: InstanceType<EditingCode['Editor']>} | null = null;

  constructor(
    conversation: Conversation,
    host: EditorSettings & Pick<HTMLElement, 'shadowRoot'>,
    language: LanguageController,
    further: Further,
    own: OwnComments,
  ) {
    this.#conversation = conversation;
    this.#host = host;
    this.#language = language;
    this.#further = further;
    this.#own = own;
  }

  /** The box in which a comment is changed. */
  instead(branch: Branch): unknown {
    return this.#editing?.branch === branch ? this.#editing.editor.render() : null;
  }

  /** Whether anything of this can be done with a comment. */
  offers(branch: Branch): boolean {
    const {edit, remove, report, failed} = this.#may(branch);
    return edit || remove || report || failed !== '';
  }

  /** Puts the buttons for it after the comment's others. */
  complete({branch, number}: ShownComment, article: Element | null): void {
    const row = article?.querySelector<HTMLElement>(':scope > .actions');
    if (row) showFurtherActions(row, this.#may(branch), number, this.#language);
  }

  #may(branch: Branch): FurtherActions {
    const {backend, capabilities, place} = this.#conversation.store;
    const {id, status, content} = branch.comment;
    const own = this.#own.grantOf(place, id) !== null;
    const published = status === 'published';
    const stands = published || status === 'held';
    const failure = this.#failed.get(branch);
    return {
      edit: own && stands && !!capabilities?.edit && !!backend?.edit && typedOf(content) !== null,
      remove: own && stands && !!capabilities?.remove && !!backend?.remove,
      report: published && !this.#own.isMine(place, id) && !!capabilities?.report && !!backend?.report,
      reported: this.#reported.has(`${place} ${id}`),
      busy: this.#busy.has(branch),
      failed: failure ? actionFailure(failure.error, failure.ofOwn, this.#language) : '',
    };
  }

  /** Says at a comment what went wrong with it; null takes that back. */
  tell(branch: Branch, error: CommentError | null, ofOwn = false): void {
    if (error) this.#failed.set(branch, {error, ofOwn});
    else this.#failed.delete(branch);
    this.#conversation.update(branch);
  }

  /** After a change of language. */
  update(): void {
    this.#asking?.update();
  }

  /** Nobody is there to answer any more. */
  leave(): void {
    this.#asking?.dismiss();
  }

  async report(branch: Branch): Promise<void> {
    const {backend, place} = this.#conversation.store;
    const {id} = branch.comment;
    const name = `${place} ${id}`;
    // Pressed twice before the first press was seen to have done it.
    if (this.#reported.has(name)) return;
    const done = await this.#run(branch, false, async () => {
      await backend?.report?.(id, '', never());
      this.#reported.add(name);
      return true;
    });
    if (done) this.#say('reported');
  }

  async remove(branch: Branch): Promise<void> {
    const {backend, place} = this.#conversation.store;
    const {id} = branch.comment;
    // Nothing is under way while the reader thinks: the focus comes back to a button that can be pressed.
    const ready = await this.#run(branch, true, () => this.#prepare());
    if (!ready || !(await this.#asking?.ask('deleteConfirm', 'delete', 'cancel'))) return;
    const done = await this.#run(branch, true, async () => {
      try {
        await backend?.remove?.(id, this.#own.grantOf(place, id)?.token ?? '', never());
      } catch (error) {
        // Gone is what it was to be.
        if (asCommentError(error).code !== 'not-found') throw error;
      }
      this.#own.drop(place, id);
      this.#further.replace(branch, {
        ...branch.comment,
        status: 'deleted',
        content: {text: null, html: null},
      });
      return true;
    });
    if (!done) return;
    this.#say('statusDeleted');
    this.#putReader(branch);
  }

  /** Opens the box. What was typed into another stays a draft. */
  async edit(branch: Branch): Promise<void> {
    const {store, list} = this.#conversation;
    const {place} = store;
    const open = this.#editing;
    const saving = open?.editor.saving;
    const code = await this.#run(branch, true, () => this.#prepare());
    await saving;
    // What could not be saved is said in its box: it stays.
    if (saving && this.#editing === open) return;
    const {content, id} = branch.comment;
    const text = typedOf(content);
    if (!code || text === null || store.place !== place) return;
    this.#close();
    const editor = new code.Editor(
      {
        text,
        markup: content.source !== undefined,
        draftKey: draftKey(place, 'edit', id),
        settings: this.#host,
        serverMaxLength: store.capabilities?.maxLength ?? Infinity,
        save: (written) => this.#save(branch, written),
        close: () => this.#close(),
        ask: async () => !!(await this.#asking?.ask('discardConfirm', 'discard', 'keepWriting')),
        changed: () => this.#conversation.update(branch),
      },
      this.#language,
    );
    this.#editing = {branch, editor};
    this.#conversation.update(branch);
    const box = list.articleOf(branch)?.querySelector('textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
    if (editor.restored) this.#say('draftRestored');
  }

  async #save(branch: Branch, {text, html, source}: Written): Promise<void> {
    const {backend, place} = this.#conversation.store;
    const {id} = branch.comment;
    const grant = this.#own.grantOf(place, id);
    if (!grant || !backend?.edit) throw new CommentError('forbidden');
    const {status, editedAt} = await backend.edit(id, text, html, grant.token, never(), source);
    const comment: Comment = {
      ...branch.comment,
      status,
      editedAt: editedAt ?? new Date().toISOString(),
      // As it was typed, until the list is fetched again.
      content: source === undefined ? {text, html: null} : {text: null, html, source},
    };
    this.#own.change(place, comment);
    this.#further.replace(branch, comment);
    if (this.#editing?.branch === branch) this.#close();
    else this.#conversation.update(branch);
    this.#say(status === 'held' ? 'statusPending' : 'statusUpdated');
  }

  #close(): void {
    if (!this.#editing) return;
    const {branch, editor} = this.#editing;
    const {list} = this.#conversation;
    editor.leave();
    this.#editing = null;
    const article = list.articleOf(branch);
    const here = article?.contains(this.#host.shadowRoot?.activeElement ?? null);
    // Its nodes have gone with the box: they are made anew.
    branch.comment = {...branch.comment, content: {...branch.comment.content}};
    this.#conversation.update(branch);
    // Where the reader came from; who has gone elsewhere is not called back.
    if (here) (article?.querySelector<HTMLElement>('[data-do=edit]') ?? article)?.focus();
  }

  /** One thing at a time with a comment; what goes wrong is said there. */
  async #run<Result>(branch: Branch, ofOwn: boolean, work: () => Promise<Result>): Promise<Result | null> {
    if (this.#busy.has(branch)) return null;
    this.#busy.add(branch);
    this.tell(branch, null);
    let error: CommentError | null = null;
    try {
      return await work();
    } catch (cause) {
      error = asCommentError(cause);
      return null;
    } finally {
      this.#busy.delete(branch);
      this.tell(branch, error, ofOwn);
    }
  }

  /** Brings in what the form has from the first focus on; here already for who has just written. */
  #prepare(): Promise<EditingCode> {
    return (this.#code ??= this.#bring());
  }

  async #bring(): Promise<EditingCode> {
    let code: EditingCode;
    try {
      code = await loadSending();
    } catch (cause) {
      this.#code = undefined;
      throw new CommentError('network', {cause});
    }
    const root = this.#host.shadowRoot;
    for (const {styleSheet} of code.Editor.styles) if (styleSheet) root?.adoptedStyleSheets.push(styleSheet);
    this.#asking = new Asking(code, this.#language, root?.querySelector('.root') ?? null);
    return code;
  }

  #putReader(branch: Branch): void {
    const article = this.#conversation.list.articleOf(branch);
    const active = this.#host.shadowRoot?.activeElement;
    if (!active || article?.contains(active)) article?.focus();
  }

  #say(words: 'reported' | 'statusDeleted' | 'statusUpdated' | 'statusPending' | 'draftRestored'): void {
    this.#conversation.announcer.say(this.#language.text(words));
  }
}
