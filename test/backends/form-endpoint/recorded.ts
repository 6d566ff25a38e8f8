/** Answers as the services document them. */
import {createFormEndpoint} from '../../../src/backends/form-endpoint/backend.js';
import type {BackendOptions} from '../../../src/backends/port.js';
import type {BackendSubject, Handler, Refusal} from '../../../src/testing.js';

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json; charset=utf-8'}});

export const html = (status = 200): Response =>
  new Response('<!doctype html><title>شكرًا</title>', {status, headers: {'content-type': 'text/html'}});

export const formspree = 'https://forms.example/f/xyzabcde';
export const staticman = 'https://comments.example/v3/entry/github/laila/news/main/comments';
export const netlify = 'https://news.example/';
export const plain = 'https://mail.example/submit.php';

/** A page of the site; only Netlify's forms are of the same origin. */
export const page: BackendOptions['page'] = {
  url: 'https://news.example/2026/01/article',
  title: 'مقال',
  canonical: null,
  links: [],
  bodyClasses: [],
  commentForm: null,
};

const answering =
  (body: unknown, status = 200): Handler =>
  () =>
    json(body, status);

const common: Pick<BackendSubject, 'create' | 'options'> = {create: createFormEndpoint, options: {page}};

const atFormspree = (
  code: string,
  field: string | undefined,
  wanted: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
): Refusal => ({
  name: code,
  answer: answering({error: 'No.', errors: [{code, message: 'No.', ...(field && {field})}]}, 422),
  code: wanted,
  fields,
});

export const formspreeSubject: BackendSubject = {
  ...common,
  endpoint: formspree,
  held: {answer: answering({next: 'https://forms.example/thanks?language=ar', ok: true})},
  refusals: [
    atFormspree('REQUIRED_FIELD_EMPTY', 'message', 'invalid', ['content']),
    atFormspree('REQUIRED_FIELD_MISSING', 'name', 'invalid', ['name']),
    atFormspree('TYPE_EMAIL', '_replyto', 'invalid', ['email']),
    atFormspree('TYPE_TEXT', 'website', 'invalid', ['website']),
    atFormspree('TYPE_NUMERIC', 'thread', 'invalid', ['thread']),
    atFormspree('EMPTY', undefined, 'invalid', ['content']),
    atFormspree('BLOCKED', undefined, 'forbidden'),
    atFormspree('FORM_NOT_FOUND', undefined, 'not-found'),
    atFormspree('PROJECT_NOT_FOUND', undefined, 'not-found'),
    atFormspree('INACTIVE', undefined, 'closed'),
    atFormspree('FILES_TOO_BIG', undefined, 'invalid'),
    atFormspree('NO_FILE_UPLOADS', undefined, 'invalid'),
    atFormspree('TOO_MANY_FILES', undefined, 'invalid'),
    {name: 'an error alone', answer: answering({error: 'Form not found'}, 404), code: 'not-found'},
    {name: 'an error in a success', answer: answering({error: 'No.'}), code: 'invalid'},
    {name: 'a success that says nothing', answer: answering({}), code: 'invalid-response'},
    {name: 'too many', answer: answering({error: 'Too many requests'}, 429), code: 'too-fast'},
  ],
};

const atStaticman = (
  errorCode: string,
  wanted: Refusal['code'],
  fields: NonNullable<Refusal['fields']> = [],
  data?: readonly string[],
  status = 500,
): Refusal => ({
  name: errorCode,
  answer: answering({success: false, errorCode, ...(data && {data}), rawError: {}}, status),
  code: wanted,
  fields,
});

export const staticmanSubject: BackendSubject = {
  ...common,
  endpoint: staticman,
  held: {answer: answering({success: true, fields: {name: 'ليلى', date: '2026-01-31T18:04:05.000Z'}})},
  refusals: [
    atStaticman('MISSING_REQUIRED_FIELDS', 'invalid', ['email', 'content'], ['email', 'message']),
    atStaticman('INVALID_FIELDS', 'not-found', [], ['url']),
    atStaticman('MISSING_PARAMS', 'not-found', [], ['fields']),
    atStaticman('IS_SPAM', 'spam'),
    atStaticman('RECAPTCHA_MISSING_INPUT_RESPONSE', 'invalid', ['challenge']),
    atStaticman('RECAPTCHA_INVALID_INPUT_RESPONSE', 'invalid', ['challenge']),
    atStaticman('RECAPTCHA_MISSING_CREDENTIALS', 'not-found'),
    atStaticman('RECAPTCHA_CONFIG_MISMATCH', 'not-found'),
    atStaticman('AUTH_TOKEN_MISSING', 'login-required'),
    atStaticman('AUTH_TOKEN_INVALID', 'login-required'),
    atStaticman('MISSING_CONFIG_BLOCK', 'not-found'),
    atStaticman('MISSING_CONFIG_FIELDS', 'not-found', [], ['branch']),
    atStaticman('PARSING_ERROR', 'not-found'),
    atStaticman('BRANCH_MISMATCH', 'not-found'),
    atStaticman('INVALID_VERSION', 'not-found', [], undefined, 400),
    atStaticman('INVALID_SERVICE', 'not-found', [], undefined, 400),
    atStaticman('ERROR_PROCESSING_ENTRY', 'server'),
    {name: 'a failure in a success', answer: answering({success: false}), code: 'invalid'},
    {name: 'too many', answer: () => new Response('Too many', {status: 429}), code: 'too-fast'},
  ],
};

/** A page of thanks is a success there. */
const except = ['HTML instead of JSON'];

export const netlifySubject: BackendSubject = {
  create: createFormEndpoint,
  options: {page, site: 'comments'},
  endpoint: netlify,
  held: {answer: () => html()},
  except,
  refusals: [{name: 'no such form', answer: () => html(404), code: 'not-found'}],
};

export const plainSubject: BackendSubject = {
  ...common,
  endpoint: plain,
  held: {answer: () => new Response(null, {status: 204})},
  except,
  refusals: [
    {name: 'no form there', answer: () => html(405), code: 'not-found'},
    {name: 'a page of errors', answer: () => html(422), code: 'invalid'},
    {name: 'false in JSON', answer: answering({ok: false}), code: 'invalid'},
    {name: 'errors in JSON', answer: answering({errors: [{code: 'x'}]}), code: 'invalid'},
    {name: 'forbidden', answer: answering({}, 403), code: 'forbidden'},
  ],
};
