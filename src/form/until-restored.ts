import {CommentError} from '../backends/errors.js';

/**
 * An answer, given up when its page comes back from the browser's memory (back,
 * forward): WebKit never settles a request that was under way when it kept the
 * page, not even when it is aborted, and the reader would wait for ever.
 */
export function untilRestored<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const hear = ({persisted}: PageTransitionEvent): void => {
      if (persisted) reject(new CommentError('network'));
    };
    addEventListener('pageshow', hear);
    answer.then(resolve, reject).finally(() => removeEventListener('pageshow', hear));
  });
}
