import {relative} from 'node:path';

/** Node's runner in the same terms as `count-reporter.mjs`: gives `{passed, skipped, failures}` of the run. */
export default async function* (events) {
  const count = {passed: 0, skipped: 0, failures: []};
  for await (const {type, data} of events) {
    // A group passes and fails with what is in it.
    if (!/^test:(?:pass|fail)$/.test(type) || data.details.type === 'suite') continue;
    const {error} = data.details;
    if (data.skip !== undefined || data.todo !== undefined) count.skipped++;
    else if (type === 'test:pass') count.passed++;
    else {
      const reason = error?.cause?.message ?? error?.message;
      count.failures.push(`${relative(process.cwd(), data.file ?? '')}: ${data.name}: ${reason}`);
    }
  }
  yield JSON.stringify(count);
}
