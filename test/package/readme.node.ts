import {execFileSync} from 'node:child_process';
import {test} from 'node:test';

test("the README's tables are those of the manifest", () => {
  execFileSync(process.execPath, ['--import', 'tsx', 'test/package/readme.ts', 'check'], {stdio: 'pipe'});
});
