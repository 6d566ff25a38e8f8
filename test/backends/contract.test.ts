import {backendContract} from '../../src/testing.js';
import {subjects} from './subjects.js';

for (const [name, subject] of Object.entries(subjects))
  describe(`contract: ${name}`, () => {
    for (const {name, run} of backendContract(subject)) it(name, run);
  });
