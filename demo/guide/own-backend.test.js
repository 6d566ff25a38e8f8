// The contract of backends, for the one of the guide: `node --test demo/guide/own-backend.test.js`
import {describe, it} from 'node:test';
import {CommentError} from 'taaliq';
import {backendContract} from 'taaliq/testing';
import {loadGuestbook} from './own-backend.js';

const json = (body, status = 200) =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});

const note = (no, under = null) => ({no, under, who: 'ليلى', said: `تعليق ${no}`, at: Date.UTC(2026, 0, no)});

/** How the server answers in each situation: as the real one does. */
const subject = {
  create: await loadGuestbook({CommentError}),
  endpoint: 'https://visitors.example/notes',
  empty: {answer: () => json({notes: [], all: 0, more: null})},
  conversation: {
    answer: ({url}) =>
      url.includes('before=')
        ? json({notes: [note(1), note(2, 1)], all: 4, more: null})
        : json({notes: [note(3), note(4, 3)], all: 4, more: 3}),
    comments: 4,
    pageSize: 1,
  },
  spoilt: {answer: () => json({notes: [note(1), {no: 'x'}], all: 2, more: null})},
  published: {answer: () => json({no: 5}, 201)},
  refusals: [
    {name: 'no name', answer: () => json({wrong: 'who'}, 422), code: 'invalid', fields: ['name']},
    {name: 'closed', answer: () => json({}, 403), code: 'closed'},
  ],
};

describe('the guestbook keeps the contract', () => {
  for (const {name, run} of backendContract(subject)) it(name, run);
});
