// `npm run sbom`: what runs in the page, as a CycloneDX bill of materials, and under which licences.
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

interface Lock {
  readonly packages: Record<string, {readonly dev?: boolean; devDependencies?: unknown}>;
}

interface Bill {
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly licenses?: readonly {readonly license?: {readonly id?: string}; readonly expression?: string}[];
  }[];
}

/**
 * npm's own list, of a folder that has the package without its development
 * packages: with `--omit=dev` npm leaves out Lit, for which those ask too.
 */
function listRunTime(): Bill {
  const {name, version, license, dependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as object &
    Readonly<Record<string, unknown>>;
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (locked.dev) delete lock.packages[path];
    delete locked.devDependencies;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'taaliq-sbom-'));
  // npm names the whole after its folder.
  const folder = join(scratch, String(name));
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({name, version, license, dependencies}));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const asked = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'library'];
  const bill = JSON.parse(execFileSync('npm', asked, {cwd: folder, encoding: 'utf8'})) as Bill;
  rmSync(scratch, {recursive: true});
  return bill;
}

const bill = listRunTime();
const lines = bill.components
  .map(({'bom-ref': ref, licenses = []}) => {
    const names = licenses.map(({license, expression}) => license?.id ?? expression ?? '?');
    return `${ref}: ${names.join(', ') || '?'}`;
  })
  .sort();
mkdirSync('dist', {recursive: true});
writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(bill, null, 2)}\n`);
writeFileSync('dist/licences.txt', `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
