import type {BackendSubject} from '../../../src/backends/contract-subject.js';
import {memoryBackend} from '../../../src/backends/memory/backend.js';

const conversation = Array.from({length: 10}, (_, index) => [
  {id: `${index}`},
  {id: `${index}-1`, parentId: `${index}`},
  {id: `${index}-2`, parentId: `${index}-1`},
]).flat();

export const memorySubject: BackendSubject = {
  create: (_options, situation) =>
    memoryBackend({
      comments: situation === 'conversation' || situation === 'counts' ? conversation : [],
      moderation: situation === 'held' ? 'before' : 'none',
      closed: situation === 'closed',
      capabilities: situation === 'too long' ? {maxLength: 3} : {},
    }),
  endpoint: 'https://news.example/',
  network: false,
  empty: {},
  conversation: {comments: 30, pageSize: 4},
  published: {},
  held: {},
  counts: {numbers: new Map([['/a', 30]])},
  refusals: [
    {name: 'closed', code: 'closed'},
    {name: 'too long', code: 'invalid', fields: ['content']},
  ],
};
