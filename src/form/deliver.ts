import {asCommentError, type CommentError, type ErrorCode} from '../backends/errors.js';
import type {Backend, Created} from '../backends/port.js';
import type {NewComment} from '../content/types.js';
import type {Draft} from './draft.js';
import {typedText} from './new-comment.js';
import {forgetDraft, keepDraft, recallDraft} from './unsent.js';
import {untilRestored} from './until-restored.js';

export type Outcome = {readonly sent: NewComment} & (
  | {readonly created: Created; readonly error?: undefined}
  | {readonly created?: undefined; readonly error: CommentError}
);

/** After these nobody knows whether the server has the comment. */
const unclear: ReadonlySet<ErrorCode> = new Set([
  'network',
  'timeout',
  'offline',
  'server',
  'invalid-response',
]);

/** Comments on their way, by their draft: every form of the page knows of them, so that none goes twice. */
const underWay = new Map<string, {readonly text: string; readonly outcome: Promise<Outcome>}>();

/** This text on its way from this draft, sent by whichever form. */
export function deliveryOf(draftKey: string, text: string): Promise<Outcome> | undefined {
  const known = underWay.get(draftKey);
  return known?.text === text ? known.outcome : undefined;
}

/** What becomes of the draft. The reader may have gone on writing meanwhile: only what was sent goes. */
function settle(draftKey: string, sent: Draft, key: string, stillUnclear: boolean | null): void {
  const draft = recallDraft(draftKey);
  const changed = draft.text !== '' && draft.text !== sent.text;
  if (stillUnclear === null) {
    forgetDraft(draftKey, key);
    if (changed) keepDraft(draftKey, {text: draft.text});
  } else {
    const attempt = sent.attempt && {...sent.attempt, unclear: stillUnclear};
    keepDraft(draftKey, {text: changed ? draft.text : sent.text, attempt});
  }
}

async function send(draftKey: string, draft: Draft, comment: NewComment, backend: Backend): Promise<Outcome> {
  const wasUnclear = draft.attempt?.unclear ?? false;
  // Kept before anything goes out: a tab that closes now loses nothing.
  keepDraft(draftKey, {
    ...draft,
    attempt: {text: typedText(comment), key: comment.key, unclear: true},
  });
  try {
    const created = await untilRestored(backend.create(comment, new AbortController().signal));
    settle(draftKey, draft, comment.key, null);
    return {sent: comment, created};
  } catch (cause) {
    const error = asCommentError(cause);
    if (error.code === 'duplicate' && wasUnclear) {
      // The attempt before had arrived after all.
      settle(draftKey, draft, comment.key, null);
      return {sent: comment, created: {status: 'published', id: null, comment: null}};
    }
    const attempt = {text: typedText(comment), key: comment.key, unclear: wasUnclear};
    settle(draftKey, {...draft, attempt}, comment.key, wasUnclear || unclear.has(error.code));
    return {sent: comment, error};
  }
}

/**
 * Sends a comment once: whoever sends the same text while it is on its way
 * gets the same outcome; another text from the same place goes after it. Never aborted: the answer settles the draft, wherever
 * the form is by then.
 */
export function deliver(
  draftKey: string,
  draft: Draft,
  comment: NewComment,
  backend: Backend,
): Promise<Outcome> {
  const known = underWay.get(draftKey);
  const {text} = comment.content;
  if (known?.text === text) return known.outcome;
  const go = (): Promise<Outcome> => send(draftKey, draft, comment, backend);
  const outcome = (known ? known.outcome.then(go) : go()).finally(() => {
    if (underWay.get(draftKey)?.outcome === outcome) underWay.delete(draftKey);
  });
  underWay.set(draftKey, {text, outcome});
  return outcome;
}
