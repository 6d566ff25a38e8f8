import {describe, it} from 'node:test';
import {backendContract} from '../../src/testing.js';
import {memorySubject} from './memory/subject.js';
import {restSubject} from './rest/recorded.js';
import {twikooSubject} from './twikoo/recorded.js';
import * as formEndpoint from './form-endpoint/recorded.js';
import {wordpressSubject} from './wordpress/recorded.js';

for (const [name, subject] of [
  ['rest', restSubject],
  ['wordpress', wordpressSubject],
  ['twikoo', twikooSubject],
  ['Formspree', formEndpoint.formspreeSubject],
  ['Staticman', formEndpoint.staticmanSubject],
  ['Netlify Forms', formEndpoint.netlifySubject],
  ['a form', formEndpoint.plainSubject],
  ['memory', memorySubject],
] as const)
  describe(`contract in Node: ${name}`, () => {
    for (const {name, run} of backendContract(subject)) it(name, run);
  });
