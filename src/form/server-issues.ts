import type {CommentError, ErrorCode, FieldError} from '../backends/errors.js';
import type {Issue, IssueCode} from './issue.js';

const general: Readonly<Record<ErrorCode, IssueCode>> = {
  invalid: 'errorServer',
  duplicate: 'errorDuplicate',
  'too-fast': 'errorTooFast',
  closed: 'errorClosed',
  'login-required': 'errorLoginRequired',
  forbidden: 'errorNotAllowed',
  'blocked-words': 'errorBlockedWords',
  spam: 'errorSpam',
  'too-many-links': 'errorTooManyLinks',
  'parent-missing': 'errorParentMissing',
  'not-found': 'errorNotAllowed',
  network: 'errorNetwork',
  timeout: 'errorTimeoutUnsure',
  offline: 'offline',
  server: 'errorServer',
  'invalid-response': 'errorServer',
};

type Texts = Partial<Record<FieldError['code'], IssueCode>>;

/** What a server says of a field; where it says something else, the first sentence holds. */
const ofFields: Readonly<Record<FieldError['field'], readonly [string | null, IssueCode, Texts]>> = {
  name: ['name', 'errorNameRequired', {'too-long': 'errorNameTooLong'}],
  email: ['email', 'errorEmailInvalid', {required: 'errorEmailRequired', 'too-long': 'errorEmailTooLong'}],
  website: [
    'website',
    'errorWebsiteInvalid',
    {required: 'errorWebsiteRequired', 'too-long': 'errorWebsiteTooLong'},
  ],
  content: [
    'comment',
    'errorCommentRequired',
    {
      'too-short': 'errorCommentTooShort',
      'too-long': 'errorCommentTooLong',
      'blocked-words': 'errorBlockedWords',
      'too-many-links': 'errorTooManyLinks',
    },
  ],
  parent: [null, 'errorParentMissing', {}],
  thread: [null, 'errorNotAllowed', {}],
  rules: ['rules', 'errorRulesRequired', {}],
  privacy: ['privacy', 'errorConsentRequired', {}],
  challenge: [null, 'errorChallenge', {}],
};

function fieldIssue({field, code, limit}: FieldError, maxLength: number): Issue {
  const [id, otherwise, texts] = ofFields[field];
  return {field: id, code: texts[code] ?? otherwise, count: limit ?? (code === 'too-long' ? maxLength : 1)};
}

/** What a failed attempt is in words. `idempotent`: the server stores the same comment once. */
export function serverIssues(error: CommentError, maxLength: number, idempotent: boolean): readonly Issue[] {
  if (error.fields.length) return error.fields.map((field) => fieldIssue(field, maxLength));
  const code = error.code === 'timeout' && idempotent ? 'errorTimeout' : general[error.code];
  return [{field: null, code, ...(error.retryAfter && {wait: error.retryAfter})}];
}
