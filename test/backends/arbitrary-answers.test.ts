import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {CommentError} from '../../src/backends/errors.js';
import type {Backend} from '../../src/backends/port.js';
import type {Comment} from '../../src/content/types.js';
import type {BackendSubject, Handler} from '../../src/testing.js';
import {anyChanges, anyJson, spoilt, written} from '../support/arbitrary-json.js';
import {ask, openAdapter, signal, write} from './call-adapter.js';
import {subjects} from './subjects.js';

const json = (value: unknown, status = 200): Response =>
  new Response(written(value), {status, headers: {'content-type': 'application/json'}});

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

/** What the rest of the widget relies on without looking again. */
function expectWhole(comment: Comment): void {
  const {id, parentId, author, content, createdAt, editedAt, status, likes, url, moreReplies} = comment;
  expect(id).to.be.a('string').that.is.not.equal('');
  expect(author.name).to.be.a('string');
  expect([...author.name].length).to.be.below(2_000);
  for (const value of [parentId, content.text, content.html, createdAt, editedAt, url, author.url])
    expect(value).to.satisfy(isTextOrNull);
  for (const address of [url, author.url]) if (address) expect(address).to.match(/^https?:\/\//);
  for (const time of [createdAt, editedAt]) if (time) expect(new Date(time).toISOString()).to.equal(time);
  expect([null, 'writer', 'moderator']).to.include(author.role);
  expect(['published', 'held', 'rejected', 'deleted']).to.include(status);
  for (const number of [likes, moreReplies]) expect(number).to.be.within(0, 1e9);
}

/** What comes of it, or nothing; an error that is not for readers goes through. */
const orRefusal = <Result>(attempt: Promise<Result>): Promise<Result | null> =>
  attempt.catch((error: unknown) => {
    if (error instanceof CommentError) return null;
    throw error;
  });

const open = ({create, endpoint, options = {}}: BackendSubject) =>
  openAdapter((all) => create({...all, ...options}, 'conversation'), endpoint, options.site);

const requestOf = ({thread, conversation}: BackendSubject) =>
  ask({...(thread && {thread}), limit: conversation?.pageSize ?? 20});

/** Everything that is asked of a server without a reader's doing, and a comment that is sent. */
async function useAll(backend: Required<Backend>, subject: BackendSubject): Promise<void> {
  const request = requestOf(subject);
  await orRefusal(backend.capabilities(signal));
  const page = await orRefusal(backend.list(request, signal));
  page?.comments.forEach(expectWhole);
  if (page) {
    expect(page.nextCursor).to.satisfy(isTextOrNull);
    expect(page.total ?? 0).to.be.within(0, 1e9);
  }
  if (backend.count) await orRefusal(backend.count([request.thread], signal));
  if (backend.like) await orRefusal(backend.like('1', true, signal));
  if (backend.locate) await orRefusal(backend.locate({...request, id: '1'}, signal));
  const created = await orRefusal(backend.create(write('نص', {thread: request.thread}), signal));
  if (created?.comment) expectWhole(created.comment);
}

const goodOf = async (answer: Handler, request: Request): Promise<unknown> => {
  const response = await answer(request);
  return JSON.parse(await response.text()) as unknown;
};

describe('SEC 6.3, SEC 6.5, SEC 6.9: answers of which nobody knows what they are', function () {
  this.timeout(30_000);

  for (const [name, subject] of Object.entries(subjects)) {
    const answer = subject.conversation?.answer;
    if (!answer) continue;
    const call = open(subject);

    it(`${name}: any JSON with any status gives whole comments or a refusal`, () =>
      fc.assert(
        fc.asyncProperty(anyJson, fc.constantFrom(200, 200, 201, 400, 403, 422), (value, status) =>
          call({answer: () => json(value, status)}, (backend) => useAll(backend, subject)),
        ),
        {numRuns: 60, endOnFailure: true},
      ));

    it(`${name}: a good answer that is changed in some places gives whole comments or a refusal`, () =>
      fc.assert(
        fc.asyncProperty(anyChanges, (changes) =>
          call({answer: async (request) => json(spoilt(await goodOf(answer, request), changes))}, (backend) =>
            useAll(backend, subject),
          ),
        ),
        {numRuns: 60, endOnFailure: true},
      ));
  }
});
