import assert from 'node:assert/strict';
import {rules, success} from '../client.js';

interface Capabilities {
  readonly moderation: string;
  readonly maxLength: number;
}

const read = async (endpoint: string): Promise<Capabilities> =>
  success<Capabilities>(await fetch(`${endpoint}/capabilities`), 200);

export const capabilityRules = rules('capabilities', {
  'say what the server can do': async (target) => {
    const capabilities = await read(target.endpoint);
    assert.ok(Number.isInteger(capabilities.maxLength) && capabilities.maxLength > 0);
    assert.deepEqual(capabilities, {
      version: 1,
      orders: ['newest', 'oldest', 'popular'],
      requires: ['name', 'email'],
      maxLength: capabilities.maxLength,
      like: true,
      edit: true,
      report: true,
      counts: true,
      around: true,
      idempotent: true,
      moderation: 'after',
      challenge: null,
      markup: false,
    });
  },

  'say when comments wait for a moderator': async (target) => {
    assert.equal((await read(target.moderated)).moderation, 'before');
  },
});
