import {backendContract} from '../../src/testing.js';
import {memorySubject} from './memory/subject.js';
import {restSubject} from './rest/recorded.js';

for (const [name, subject] of [
  ['rest', restSubject],
  ['memory', memorySubject],
] as const)
  describe(`contract: ${name}`, () => {
    for (const {name, run} of backendContract(subject)) it(name, run);
  });
