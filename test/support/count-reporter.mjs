import {writeFileSync} from 'node:fs';
import {relative} from 'node:path';

const count = (suite, into, place) => {
  for (const test of suite.tests ?? []) {
    if (test.skipped) into.skipped++;
    else if (test.passed) into.passed++;
    else into.failures.push(`${place}: ${test.name}: ${test.error?.message ?? 'no reason given'}`);
  }
  for (const inner of suite.suites ?? []) count(inner, into, `${place}: ${inner.name}`);
  return into;
};

/** Writes `{passed, skipped, failures}` of the whole run, for each engine, to the file named by COUNTS. */
export const countReporter = () => ({
  stop({sessions}) {
    if (!process.env.COUNTS) return;
    const engines = {};
    for (const session of sessions) {
      const into = (engines[session.browser.name] ??= {passed: 0, skipped: 0, failures: []});
      const file = relative(process.cwd(), session.testFile ?? '');
      if (session.testResults) count(session.testResults, into, file);
      // A file that could not be loaded has no tests to count.
      for (const error of session.errors ?? []) into.failures.push(`${file}: ${error.message ?? error}`);
    }
    writeFileSync(process.env.COUNTS, JSON.stringify(engines));
  },
});
