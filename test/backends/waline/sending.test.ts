import {expect} from '@open-wc/testing';
import type {Created} from '../../../src/backends/port.js';
import {createWaline} from '../../../src/backends/waline/backend.js';
import type {NewComment} from '../../../src/content/types.js';
import type {Handler} from '../../../src/testing.js';
import {onServer, refusal, signal, write, type Asked} from '../listen.js';
import {options} from './call.js';
import {failure, success, thread, wireComment, wireRoot} from './recorded.js';

const listed = [wireRoot(1, [wireComment(2, {pid: 1, rid: 1})])];

/** What is asked when a comment is sent, and what becomes of it. */
async function send(
  sent: NewComment,
  answer: Handler,
  backend = createWaline(options()),
): Promise<{readonly asked: readonly Asked[]; readonly created: Created}> {
  let created: Created | undefined;
  const asked = await onServer(answer, async () => {
    created = await backend.create(sent, signal);
  });
  if (!created) throw new Error('was not sent');
  return {asked, created};
}

describe('sending to Waline', () => {
  it('leaves no field out, and says nothing of the browser', async () => {
    const author = {name: 'أ & ب', email: '', url: null};
    const {asked} = await send(write({author}), () => success(wireComment(7)));
    expect(asked).to.have.length(1);
    expect(asked[0]?.url.href).to.equal('https://waline.example/api/comment?lang=en');
    expect(asked[0]?.body).to.deep.equal({
      url: '/a',
      comment: 'أ &#60; ب',
      nick: 'أ & ب',
      mail: '',
      link: '',
      ua: '',
    });
  });

  it('finds its way below the path of the endpoint', async () => {
    const endpoint = new URL('https://x.example/.netlify/functions/comment');
    const {asked} = await send(write(), () => success(wireComment(7)), createWaline(options({endpoint})));
    expect(asked[0]?.url.pathname).to.equal('/.netlify/functions/comment/api/comment');
  });

  it('gives the token of a challenge under both names', async () => {
    const sent = write({challenge: 'token'});
    const {asked} = await send(sent, () => success(wireComment(7)));
    expect(asked[0]?.body).to.include({turnstile: 'token', recaptchaV3: 'token'});
    const error = await refusal(send({...sent, key: 'other'}, () => failure(403, 'Forbidden', 403)));
    expect(error.code).to.equal('invalid');
    expect(error.fields).to.deep.equal([{field: 'challenge', code: 'expired'}]);
  });

  it('names what a reply answers, and what is above that', async () => {
    const {asked} = await send(
      write({parentId: '2'}),
      thread(listed, () => success(wireComment(7, {pid: 2, rid: 1}))),
    );
    expect(asked.map(({method}) => method)).to.deep.equal(['GET', 'POST']);
    expect(asked[1]?.body).to.include({pid: 2, rid: 1});
  });

  it('does not look for what it has read or written itself', async () => {
    const backend = createWaline(options());
    await send(write(), () => success(wireComment(7)), backend);
    const {asked} = await send(
      write({parentId: '7', key: 'reply'}),
      () => success(wireComment(8, {pid: 7, rid: 7})),
      backend,
    );
    expect(asked).to.have.length(1);
    expect(asked[0]?.body).to.include({pid: 7, rid: 7});
  });

  it('sends no reply to what is not there', async () => {
    const posts: string[] = [];
    const error = await refusal(
      send(
        write({parentId: '99'}),
        thread(listed, ({method}) => {
          posts.push(method);
          return success(wireComment(7));
        }),
      ),
    );
    expect(error.code).to.equal('parent-missing');
    expect(posts).to.deep.equal([]);
  });

  /** A reply that Waline answers with a failure, while a comment with that Markdown is there by then. */
  const failing = (orig: string): ReturnType<typeof send> => {
    let roots: Parameters<typeof thread>[0] = listed;
    return send(write({parentId: '2', author: {name: 'سعيد', email: '', url: null}}), (request) =>
      thread(roots, () => {
        roots = [
          wireRoot(1, [
            wireComment(2, {pid: 1, rid: 1}),
            wireComment(7, {pid: 2, rid: 1, nick: 'سعيد', orig}),
          ]),
        ];
        return failure(500, 'no mail server', 500);
      })(request),
    );
  };

  it('finds a reply that was stored before Waline failed', async () => {
    const {created} = await failing('أ &#60; ب');
    expect(created).to.include({status: 'published', id: '7'});
    expect(created.comment?.parentId).to.equal('2');
  });

  it('does not take the reply of another for that', async () => {
    expect((await refusal(failing('كلام آخر'))).code).to.equal('server');
  });

  it('does not take an older reply for that', async () => {
    const error = await refusal(
      send(
        write({parentId: '1', author: {name: 'ليلى <b>', email: '', url: null}}),
        thread(listed, () => failure(500, 'no mail server', 500)),
      ),
    );
    expect(error.code).to.equal('server');
  });

  it('counts a duplicate as accepted only after an attempt of which nobody knows', async () => {
    const backend = createWaline(options());
    const duplicate = (): Response => failure(1000, 'Duplicate Content');
    expect((await refusal(send(write(), duplicate, backend))).code).to.equal('duplicate');
    expect((await refusal(send(write(), duplicate, backend))).code).to.equal('duplicate');
    const lost = write({key: 'lost'});
    await refusal(send(lost, () => failure(500, '', 500), backend));
    expect((await send(lost, duplicate, backend)).created).to.deep.equal({
      status: 'published',
      id: null,
      comment: null,
    });
  });

  it('waits for what is left of a minute since the last comment', async () => {
    const tooFast = (): Response => failure(1000, 'Comment too fast!');
    const {retryAfter} = await refusal(send(write(), tooFast));
    expect(retryAfter).to.equal(60);
    const backend = createWaline(options());
    await send(write(), () => success(wireComment(7)), backend);
    const real = Date.now;
    Date.now = () => real() + 40_000;
    try {
      const error = await refusal(send(write({key: 'next'}), tooFast, backend));
      expect(error.retryAfter).to.be.within(15, 20);
    } finally {
      Date.now = real;
    }
  });

  it('takes what was caught as spam for held', async () => {
    const {created} = await send(write(), () => success(wireComment(7, {status: 'spam'})));
    expect(created.status).to.equal('held');
  });
});
