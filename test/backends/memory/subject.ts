import type {BackendSubject} from '../../../src/backends/contract-subject.js';
import {memoryBackend} from '../../../src/backends/memory/backend.js';

const conversation = Array.from({length: 10}, (_, index) => [
  {id: `${index}`},
  {id: `${index}-1`, parentId: `${index}`},
  {id: `${index}-2`, parentId: `${index}-1`},
]).flat();

const full = [
  'conversation',
  'counts',
  'located',
  'missing',
  'liked',
  'edited',
  'removed',
  'reported',
  'own',
];

export const memorySubject: BackendSubject = {
  create(_options, situation) {
    const backend = memoryBackend({
      comments: full.includes(situation) ? conversation : [],
      moderation: situation === 'held' ? 'before' : 'none',
      closed: situation === 'closed',
      capabilities: situation === 'too long' ? {maxLength: 3} : {},
    });
    // A thread is there once somebody has asked for it.
    backend.stored('/2026/01/article');
    return backend;
  },
  endpoint: 'https://news.example/',
  network: false,
  empty: {},
  conversation: {comments: 30, pageSize: 4},
  published: {},
  held: {},
  counts: {numbers: new Map([['/a', 30]])},
  located: {id: '3-2'},
  missing: {id: 'x'},
  liked: {id: '3', likes: 1},
  edited: {id: '3', token: 'edit-3'},
  removed: {id: '3', token: 'edit-3'},
  reported: {id: '3'},
  own: {id: '3', token: 'edit-3', status: 'published'},
  refusals: [
    {name: 'closed', code: 'closed'},
    {name: 'too long', code: 'invalid', fields: ['content']},
  ],
};
