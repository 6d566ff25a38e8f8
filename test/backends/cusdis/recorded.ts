import {createCusdis} from '../../../src/backends/cusdis/backend.js';
import type {BackendSubject, Handler} from '../../../src/testing.js';
import {appId, host, json, openCusdis, pageId, stored, unexpected} from './server.js';

/** Threes: a comment, its reply, and the reply to that. */
const conversation = Array.from({length: 90}, (_, index) =>
  stored(index + 1, {parentId: index % 3 ? `c-${index}` : null}),
);

const refusedWith = (refusal: () => Response): Handler => openCusdis([], refusal).answer;

/** A page whose second comment has no id. */
const spoilt: Handler = async (request) => {
  const answer = await openCusdis([stored(1), stored(2), stored(3)]).answer(request);
  const body = await answer.text();
  return json(JSON.parse(body.replace('"id":"c-2"', '"id":null')));
};

export const cusdisSubject: BackendSubject = {
  create: createCusdis,
  endpoint: host,
  options: {site: appId},
  thread: pageId,
  empty: {answer: openCusdis().answer},
  conversation: {answer: openCusdis(conversation).answer, comments: 90, pageSize: 7},
  spoilt: {answer: spoilt},
  held: {answer: (request) => openCusdis().answer(request)},
  refusals: [
    {
      name: 'project not found',
      answer: refusedWith(() => json({message: 'Project not found'}, 404)),
      code: 'not-found',
    },
    {name: 'unexpected', answer: refusedWith(unexpected), code: 'server'},
    {
      name: 'no Cusdis there',
      answer: refusedWith(() => new Response('Not found', {status: 404})),
      code: 'not-found',
    },
    {name: 'another JSON', answer: refusedWith(() => json({ok: true})), code: 'invalid-response'},
    {name: 'too fast', answer: refusedWith(() => new Response('', {status: 429})), code: 'too-fast'},
  ],
};
