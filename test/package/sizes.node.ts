import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {randomBytes} from 'node:crypto';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {ceilings, overweight, weigh} from './weigh.js';

test('nothing weighs more than its ceiling', () => {
  assert.deepEqual(overweight(weigh('dist')), []);
});

test('every part with a ceiling is weighed', () => {
  const weighed = new Set(weigh('dist').map(({ceiling}) => ceiling));
  for (const ceiling of Object.values(ceilings)) assert.ok(weighed.has(ceiling), String(ceiling));
});

test('a door that grows too heavy is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-weight-'));
  try {
    cpSync('dist', folder, {recursive: true});
    writeFileSync(join(folder, 'embed.js'), randomBytes(2_000).toString('base64'));
    assert.deepEqual(
      overweight(weigh(folder))
        .map(({part}) => part)
        .filter((part) => part === 'embed.js'),
      ['embed.js'],
    );
  } finally {
    rmSync(folder, {recursive: true});
  }
});
