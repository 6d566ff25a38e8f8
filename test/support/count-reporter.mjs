import {writeFileSync} from 'node:fs';

const count = (suite, into) => {
  for (const test of suite.tests ?? []) {
    if (test.skipped) into.skipped++;
    else if (test.passed) into.passed++;
    else into.failed++;
  }
  for (const inner of suite.suites ?? []) count(inner, into);
  return into;
};

/** Writes `{passed, failed, skipped}` of the whole run, for each engine, to the file named by COUNTS. */
export const countReporter = () => ({
  stop({sessions}) {
    if (!process.env.COUNTS) return;
    const engines = {};
    for (const session of sessions) {
      const into = (engines[session.browser.name] ??= {passed: 0, failed: 0, skipped: 0});
      if (session.testResults) count(session.testResults, into);
      // A file that could not be loaded has no tests to count.
      if (session.errors?.length) into.failed += session.errors.length;
    }
    writeFileSync(process.env.COUNTS, JSON.stringify(engines));
  },
});
