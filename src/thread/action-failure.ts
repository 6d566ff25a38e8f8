import type {CommentError, ErrorCode} from '../backends/errors.js';
import type {LanguageController} from '../language/controller.js';
import type {MessageKey} from '../language/messages.js';

const noConnection: Partial<Record<ErrorCode, MessageKey>> = {
  network: 'errorNetwork',
  timeout: 'errorNetwork',
  offline: 'errorNetwork',
};

/** Of a comment of the reader's own, which may not be changed any more. */
const ofOwn: typeof noConnection = {
  ...noConnection,
  forbidden: 'errorTooLate',
  'login-required': 'errorTooLate',
  'not-found': 'errorTooLate',
};

const ofOthers: typeof noConnection = {...noConnection, 'not-found': 'deletedComment'};

/** Why something could not be done to a comment. */
export function actionFailure(error: CommentError, own: boolean, language: LanguageController): string {
  if (error.retryAfter !== null) return language.plural('errorRetryAfter', Math.ceil(error.retryAfter));
  return language.text((own ? ofOwn : ofOthers)[error.code] ?? 'errorServer');
}
