import {basename, extname} from 'node:path';
import type {Rule} from './source.js';

interface Refusal {
  readonly pattern: RegExp;
  readonly message: string;
}

// Put together from halves, so that this file does not refuse itself.
const word = (...halves: string[]): string => halves.join('');

const refused: readonly Refusal[] = [
  {
    pattern: new RegExp(`\\b${word('TO', 'DO')}\\b(?!\\s*\\(?#\\d)`),
    message: 'an open point without the number of its issue',
  },
  {pattern: new RegExp(`\\b(?:${word('FIX', 'ME')}|${word('HA', 'CK')})\\b`), message: 'an open point'},
  {
    pattern: /(?<![\w.:/])\/(?:home|root|work|Users)\/(?!me\b)\w/,
    message: "a path of one person's machine",
  },
  {
    pattern: new RegExp(`${word('registry.', 'npmjs')}|${word('deb.', 'debian')}\\.org`),
    message: 'the host of a package registry',
  },
  {pattern: /^(?:<{7}|>{7}|={7})(?:\s|$)/m, message: 'a merge that was not finished'},
];

export const plainText: Rule = ({text}, report) => {
  for (const {pattern, message} of refused) {
    for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) report(match.index, message);
  }
};

const vague: ReadonlySet<string> = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc']);

export const fileName: Rule = ({path}, report) => {
  const name = basename(path, extname(path));
  if (vague.has(name)) report(0, `${name} says nothing; name the thing`);
  if (/^(?:src|test)\//.test(path) && !/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(name))
    report(0, 'file names are kebab-case');
};

const ceiling = 300;
/** A table of cases, or one way through all states, reads better whole. */
const testCeiling = 600;
const exempt = /\.styles\.ts$|^src\/(?:styles|language)\/|\.(?:json|md|yaml|sql|html)$/;

export const fileLength: Rule = ({path, text}, report) => {
  const lines = text.trimEnd().split('\n').length;
  const most = path.startsWith('test/') ? testCeiling : ceiling;
  if (/^(?:src|demo|test)\//.test(path) && !exempt.test(path) && lines > most)
    report(0, `${lines} lines; ${most} is the ceiling: split by idea`);
};

const topFolders: ReadonlySet<string> = new Set(['src', 'demo', 'test', 'dist']);

export const topLevel: Rule = ({path}, report) => {
  const [folder = '', rest] = path.split('/');
  if (rest !== undefined && !folder.startsWith('.') && !topFolders.has(folder))
    report(0, `${folder} is no folder of this repository: src, demo, test`);
};
