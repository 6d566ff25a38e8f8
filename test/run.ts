/**
 * `npm test`: every test, in every browser engine that is here.
 *   tsx test/run.ts         elements in the engines, then everything that runs in Node
 *   tsx test/run.ts live    only the tests against real servers (test/live)
 * With CI set, all three engines, PostgreSQL and WordPress are required and nothing may be left out.
 */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {engineNames, engineTitles, programs} from './support/engines.mjs';
import {getChromium} from './support/get-chromium.js';

interface Count {
  readonly passed: number;
  readonly skipped: number;
  /** One line for each: which test, and what it said. */
  readonly failures: readonly string[];
}

const ci = !['', '0', 'false', undefined].includes(process.env['CI']);
const scratch = mkdtempSync(join(tmpdir(), 'taaliq-run-'));
type Engine = (typeof engineNames)[number];

const say = (line: string): void => console.log(`\n== ${line}`);

/** How a step ended. */
interface End {
  readonly code: number;
  /** The last that it said of what went wrong. */
  readonly complaint: string;
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: {...process.env, ...env},
    });
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => {
      process.stderr.write(data);
      complaint = `${complaint}${data}`.slice(-1_000);
    });
    child.once('error', reject).once('close', (code) => resolve({code: code ?? 1, complaint}));
  });
}

const none: Count = {passed: 0, skipped: 0, failures: []};

/** A step that failed without a failed test (a crash, say) counts as one failure. */
const settle = (count: Count, {code, complaint}: End): Count =>
  code !== 0 && !count.failures.length
    ? {...count, failures: [`ended with exit code ${code}: ${complaint}`]}
    : count;

/** The engines to run in: all that are here, or those named by ENGINES. Brings a Chromium if there is none. */
function pickEngines(): Engine[] {
  const named = process.env['ENGINES']?.split(/\s+/).filter(Boolean);
  const here = engineNames.filter((name) => programs[name] && (!named || named.includes(name)));
  const missing = engineNames.filter((name) => !programs[name]);
  if (ci && missing.length)
    throw new Error(`With CI set every engine must be here; missing: ${missing.join(', ')}`);
  if (here.length) return here;
  say('no browser here: bringing a Chromium');
  process.env['CHROMIUM'] = getChromium();
  return ['chromium'];
}

/** Files below a folder whose names fit, in order. */
const filesBelow = (folder: string, name: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, encoding: 'utf8'})
        .filter((path) => name.test(path))
        .map((path) => join(folder, path))
        .sort()
    : [];

const newest = (paths: readonly string[]): number =>
  Math.max(0, ...paths.map((path) => statSync(path).mtimeMs));

/** What is tested is what was written: builds `dist` when it is older than its sources. */
async function buildIfOld(): Promise<void> {
  const built = 'dist/custom-elements.json';
  const sources = [...filesBelow('src', /\.ts$/), 'package.json', 'vite.config.ts'];
  if (existsSync(built) && statSync(built).mtimeMs > newest(sources)) return;
  say('build');
  if ((await run('npm', ['run', 'build'])).code !== 0) throw new Error('The build failed.');
}

/** The tests that mirror `src`, in one engine. */
async function runElements(engine: Engine): Promise<Count> {
  say(`elements in ${engineTitles[engine]}`);
  const counts = join(scratch, `${engine}.json`);
  const end = await run('npx', ['wtr', '--config', 'test/wtr.config.mjs', '--static-logging'], {
    ENGINES: engine,
    COUNTS: counts,
  });
  if (!existsSync(counts)) return settle(none, {...end, code: end.code || 1});
  const byBrowser = JSON.parse(readFileSync(counts, 'utf8')) as Record<string, Count>;
  return settle(Object.values(byBrowser).reduce(add, none), end);
}

const add = (one: Count, other: Count): Count => ({
  passed: one.passed + other.passed,
  skipped: one.skipped + other.skipped,
  failures: [...one.failures, ...other.failures],
});

/** Tests of Node's own runner. */
async function runNode(title: string, files: readonly string[], engines: readonly string[]): Promise<Count> {
  say(title);
  if (!files.length) return {...none, failures: ['no test is there']};
  const counts = join(scratch, `${title.replace(/\W+/g, '-')}.json`);
  const reporters = [
    ['spec', 'stdout'],
    [fileURLToPath(new URL('support/node-count-reporter.mjs', import.meta.url)), counts],
  ].flatMap(([name, destination]) => [
    `--test-reporter=${name}`,
    `--test-reporter-destination=${destination}`,
  ]);
  const end = await run(
    process.execPath,
    ['--import', 'tsx', '--test', '--test-concurrency=1', '--test-timeout=1200000', ...reporters, ...files],
    {ENGINES: engines.join(' ')},
  );
  const count = existsSync(counts)
    ? (JSON.parse(readFileSync(counts, 'utf8') || 'null') as Count | null)
    : null;
  return settle(count ?? none, end);
}

async function main(): Promise<Count> {
  const results: (readonly [what: string, count: Count])[] = [];
  const live = filesBelow('test/live', /\.node\.ts$/);
  const engines = pickEngines();
  await buildIfOld();
  if (process.argv[2] !== 'live') {
    for (const engine of engines) results.push([engineTitles[engine], await runElements(engine)]);
    const groups = ['lint', 'package', 'contract', 'pages'];
    const named = groups.map((group) => [group, filesBelow(`test/${group}`, /\.node\.ts$/)] as const);
    const taken = new Set([...live, ...named.flatMap(([, files]) => files)]);
    const rest = filesBelow('test', /\.node\.ts$/).filter((path) => !taken.has(path));
    for (const [group, files] of [...named, ['other parts in Node', rest] as const])
      results.push([group, await runNode(group, files, engines)]);
  }
  if (ci || process.argv[2] === 'live') results.push(['live', await runNode('live', live, engines)]);

  say(`engines: ${engines.map((engine) => engineTitles[engine]).join(', ')}`);
  const absent = engineNames.filter((name) => !engines.includes(name)).map((name) => engineTitles[name]);
  if (absent.length) console.log(`not run, because not here or not asked for: ${absent.join(', ')}`);
  for (const [what, {passed, failures, skipped}] of results)
    console.log(
      `${what.padEnd(22)} ${passed} passed, ${failures.length} failed${skipped ? `, ${skipped} skipped` : ''}`,
    );
  for (const [what, {failures}] of results)
    for (const failure of failures) console.log(`✖ ${what}: ${failure.replace(/\s*\n\s*/g, ' ')}`);
  return results.map(([, count]) => count).reduce(add, none);
}

try {
  const total = await main();
  // In CI nothing is left out: a skipped test is one that failed to run.
  const failed = total.failures.length + (ci ? total.skipped : 0);
  console.log(`\n${total.passed} passed, ${failed} failed`);
  process.exitCode = failed || !total.passed ? 1 : 0;
} catch (error) {
  console.error(error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(scratch, {recursive: true, force: true});
}
