import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {documentedAnswers} from './read-openapi.js';
import {restContract} from './rest-contract.js';
import {startReference, type Reference} from './start-reference.js';

describe('REST contract: the reference backend on PGlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taaliq-pglite-'));
  const seen = new Set<string>();
  let reference: Reference;

  before(async () => {
    reference = await startReference(null, folder, async (request, serve) => {
      const response = await serve(request);
      if (!['OPTIONS', 'HEAD'].includes(request.method)) seen.add(answerOf(request, response));
      return response;
    });
  });
  after(async () => {
    await reference.stop();
    rmSync(folder, {recursive: true});
  });

  for (const {part, name, check} of restContract) it(`${part}: ${name}`, () => check(reference.target));

  it('every answer that was given is in openapi.yaml', () => {
    const documented = documentedAnswers();
    const asked = new Set(documented.map(withoutStatus));
    const wrong = [...seen].filter((answer) =>
      asked.has(withoutStatus(answer)) ? !documented.includes(answer) : !answer.endsWith(' 404'),
    );
    assert.deepEqual(wrong, []);
    // Limits, caching and closing are looked at by tests of their own.
    const elsewhere = /^\S+ \S+\/(?:closed|challenge) | (?:304|413|429)$/;
    const unseen = documented.filter((answer) => !elsewhere.test(answer) && !seen.has(answer));
    assert.deepEqual(unseen, []);
  });
});

const withoutStatus = (answer: string): string => answer.replace(/ \d+$/, '');

const named = ['counts', 'capabilities', 'challenge', 'reports', 'closed'];

function answerOf(request: Request, response: Response): string {
  const [first = '', ...rest] = new URL(request.url).pathname.split('/').filter(Boolean);
  const path = ['/api/comments', ...(first ? [named.includes(first) ? first : '{id}'] : []), ...rest];
  return `${request.method.toLowerCase()} ${path.join('/')} ${response.status}`;
}
