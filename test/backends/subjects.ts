/** Every backend with its recorded server, for the contract and for the README's table of what each can do. */
import type {BackendSubject} from '../../src/testing.js';
import {artalkSubject} from './artalk/recorded.js';
import {cusdisSubject} from './cusdis/recorded.js';
import * as formEndpoint from './form-endpoint/recorded.js';
import {issoCookieSubject, issoSubject} from './isso/recorded.js';
import {memorySubject} from './memory/subject.js';
import {postgrestSubject} from './postgrest/recorded.js';
import {remark42Subject} from './remark42/recorded.js';
import {restSubject} from './rest/recorded.js';
import {twikooSubject} from './twikoo/recorded.js';
import {walineSubject} from './waline/recorded.js';
import {wordpressSubject} from './wordpress/recorded.js';

export const subjects: Readonly<Record<string, BackendSubject>> = {
  rest: restSubject,
  wordpress: wordpressSubject,
  waline: walineSubject,
  isso: issoSubject,
  'isso with cookies': issoCookieSubject,
  artalk: artalkSubject,
  remark42: remark42Subject,
  twikoo: twikooSubject,
  cusdis: cusdisSubject,
  postgrest: postgrestSubject,
  Formspree: formEndpoint.formspreeSubject,
  Staticman: formEndpoint.staticmanSubject,
  'Netlify Forms': formEndpoint.netlifySubject,
  'a form': formEndpoint.plainSubject,
  memory: memorySubject,
};
