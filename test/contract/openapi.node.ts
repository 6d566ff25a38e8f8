import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createApi, endpoint} from '../../demo/server/app.js';
import {readConfig} from '../../demo/server/config.js';
import type {Services} from '../../demo/server/services.js';
import {documentedAnswers} from './read-openapi.js';

it('openapi.yaml describes every route that is served, and no other', () => {
  // Routes are only listed here, so nothing behind them is needed.
  const api = createApi({config: readConfig({})} as Services);
  const served = api.routes
    .filter(({method}) => method !== 'ALL')
    .map(
      ({method, path}) =>
        `${method.toLowerCase()} ${endpoint}${path.replace(/\/$/, '').replace(':id', '{id}')}`,
    );
  const documented = documentedAnswers().map((answer) => answer.replace(/ \d+$/, ''));
  assert.deepEqual([...new Set(served)].sort(), [...new Set(documented)].sort());
});
