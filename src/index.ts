/** `taaliq`: classes, types and the functions that register a backend or a language. No side effects. */
export {TaaliqComments} from './comments/comments.js';
export {TaaliqForm} from './form/form.js';
export {CommentCreatedEvent} from './form/comment-created-event.js';
export {CommentFailedEvent} from './form/comment-failed-event.js';
export {CommentSubmitEvent} from './form/comment-submit-event.js';
export {TaaliqThread} from './thread/thread.js';
export {CommentReplyEvent} from './thread/comment-reply-event.js';
export {CommentsFailedEvent} from './thread/comments-failed-event.js';
export {CommentsLoadedEvent} from './thread/comments-loaded-event.js';
export {CommentError} from './backends/errors.js';
export type {ErrorCode, FieldError, FieldErrorCode, FieldName} from './backends/errors.js';
export type * from './backends/port.js';
export {registerBackend} from './backends/register-backend.js';
export {memoryBackend} from './backends/memory/backend.js';
export type * from './content/types.js';
export type {Language, Plural, Strings} from './language/messages.js';
export {registerLanguage} from './language/register-language.js';
export {threadKey} from './page/thread-key.js';
