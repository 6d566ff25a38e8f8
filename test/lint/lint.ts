/**
 * The rules of this repository that oxlint cannot say. Looks at every file that
 * git knows or would add, prints `file:line rule: message`, and fails if there is any.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {check} from './rules.js';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const isText = /\.(?:[mc]?[jt]s|css|html|json|md|yaml|yml|sql|sh|php|txt)$|(?:^|\/)[^./]+$|(?:^|\/)\.[^/]+$/;
const paths = listed.split('\n').filter((path) => path && isText.test(path) && existsSync(path));

const problems = paths.flatMap((path) => check(path, readFileSync(path, 'utf8')));
for (const {path, line, rule, message} of problems) console.error(`${path}:${line} ${rule}: ${message}`);
console.log(`lint: ${paths.length} files, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
