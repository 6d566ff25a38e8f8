import {CommentError} from '../backends/errors.js';

/** A backend of a page's own may reject with anything. */
export const asCommentError = (cause: unknown): CommentError =>
  cause instanceof CommentError ? cause : new CommentError('server', {cause});
