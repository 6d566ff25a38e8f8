import type {NewComment} from '../../content/types.js';
import type {BackendOptions} from '../port.js';
import {toCaptcha, toFields, type Fields} from './fields.js';

/** How one service wants a form, and answers. */
export interface Dialect {
  readonly toForm: (sent: NewComment, options: BackendOptions) => Fields;
  /** It says in JSON that it has taken the comment; else any success of HTTP does. */
  readonly says: boolean;
  /** It has a field that people do not see. */
  readonly decoy: boolean;
  /** For the site's developer, where the address is a wrong one. */
  readonly advice: string;
}

const formspree: Dialect = {
  toForm: (sent, options) => [
    ...toFields(sent, options),
    // Of the e-mail in which it arrives.
    ['_subject', options.page.title],
    ['_gotcha', sent.decoy],
    ...toCaptcha(sent),
  ],
  says: true,
  decoy: true,
  advice: '"endpoint" is not the address of a Formspree form.',
};

const staticman: Dialect = {
  toForm: (sent, {endpoint}) => [
    ['fields[name]', sent.author.name],
    ['fields[email]', sent.author.email],
    ['fields[url]', sent.author.url ?? ''],
    ['fields[message]', sent.content.text],
    // A name of a file or folder.
    ['options[slug]', sent.thread.replace(/^\/+/, '') || 'index'],
    ['options[parent]', sent.parentId ?? ''],
    ...toCaptcha(sent),
    // What else a site needs, its keys of reCAPTCHA for instance: Staticman reads it here only.
    ...endpoint.searchParams,
  ],
  says: true,
  decoy: false,
  advice: 'Does "endpoint" fit staticman.yml: version, repository, branch, name, allowedFields?',
};

const netlify: Dialect = {
  toForm: (sent, options) => [
    ['form-name', options.site],
    ...toFields(sent, options),
    ['bot-field', sent.decoy],
    ...toCaptcha(sent),
  ],
  says: false,
  decoy: true,
  advice:
    'Netlify knows a form only by a page that was deployed: one with data-netlify="true", the name in "site", and every field.',
};

const plain: Dialect = {
  toForm: (sent, options) => [...toFields(sent, options), ['challenge', sent.challenge ?? '']],
  says: false,
  decoy: false,
  advice: '"endpoint" takes no forms.',
};

/** What the address tells of the service behind it. */
export function pickDialect({endpoint, site, page}: BackendOptions): Dialect {
  const isOurs = new URL(page.url).origin === endpoint.origin;
  if (/\/v[23]\/entry\//.test(endpoint.pathname)) return staticman;
  if (!isOurs && /^\/(?:p\/[^/]+\/)?f\/[^/]+\/?$/.test(endpoint.pathname)) return formspree;
  return isOurs && site ? netlify : plain;
}
