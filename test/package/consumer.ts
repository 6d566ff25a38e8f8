import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** A project of a stranger that has installed the package as it would be published. */
export interface Consumer {
  readonly folder: string;
  write(name: string, text: string): void;
  run(program: string, ...parameters: string[]): Ran;
  remove(): void;
}

const run = (cwd: string, program: string, parameters: readonly string[]): Ran => {
  try {
    return {ok: true, output: execFileSync(program, parameters, {cwd, encoding: 'utf8', stdio: 'pipe'})};
  } catch (error) {
    const {stdout, stderr} = error as {stdout: string; stderr: string};
    return {ok: false, output: `${stdout}${stderr}`};
  }
};

/** Packs the built package and installs it, with the dependencies that this repository has. */
export function makeConsumer(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-consumer-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'taaliq'), {recursive: true});
  // What is packed is what was built: no script runs again.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    stdio: 'pipe',
  });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error('npm pack made nothing');
  execFileSync('tar', ['-xzf', join(folder, archive), '--strip-components=1', '-C', join(modules, 'taaliq')]);
  for (const name of readdirSync('node_modules')) {
    if (/^(?:lit|lit-html|lit-element|@lit|@lit-labs|zod|dompurify|@types)$/.test(name))
      symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  return {
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    run: (program, ...parameters) => run(folder, program, parameters),
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}
