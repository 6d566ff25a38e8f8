import {backendContract} from '../../src/testing.js';
import {cusdisSubject} from './cusdis/recorded.js';
import * as formEndpoint from './form-endpoint/recorded.js';
import {issoCookieSubject, issoSubject} from './isso/recorded.js';
import {artalkSubject} from './artalk/recorded.js';
import {memorySubject} from './memory/subject.js';
import {postgrestSubject} from './postgrest/recorded.js';
import {remark42Subject} from './remark42/recorded.js';
import {restSubject} from './rest/recorded.js';
import {twikooSubject} from './twikoo/recorded.js';
import {walineSubject} from './waline/recorded.js';
import {wordpressSubject} from './wordpress/recorded.js';

for (const [name, subject] of [
  ['rest', restSubject],
  ['wordpress', wordpressSubject],
  ['twikoo', twikooSubject],
  ['postgrest', postgrestSubject],
  ['Formspree', formEndpoint.formspreeSubject],
  ['Staticman', formEndpoint.staticmanSubject],
  ['Netlify Forms', formEndpoint.netlifySubject],
  ['a form', formEndpoint.plainSubject],
  ['remark42', remark42Subject],
  ['waline', walineSubject],
  ['isso', issoSubject],
  ['isso with cookies', issoCookieSubject],
  ['cusdis', cusdisSubject],
  ['artalk', artalkSubject],
  ['memory', memorySubject],
] as const)
  describe(`contract: ${name}`, () => {
    for (const {name, run} of backendContract(subject)) it(name, run);
  });
