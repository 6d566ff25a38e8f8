import {expect} from '@open-wc/testing';
import type {CommentPage} from '../../../src/backends/port.js';
import type {Comment} from '../../../src/content/types.js';
import {refusal, signal} from '../listen.js';
import {connect, onServer} from './call.js';
import {json, reply, serve, wireComment, type State, type Wire} from './recorded.js';

const first = {thread: '/a', order: 'newest', limit: 20, cursor: null} as const;

async function read(state: State): Promise<{readonly page: CommentPage; readonly asked: readonly Wire[]}> {
  let page: CommentPage | undefined;
  const asked = await onServer(serve(state), async () => {
    page = await connect().list(first, signal);
  });
  if (!page) throw new Error('not read');
  return {page, asked};
}

const pairs = ({comments}: CommentPage): readonly (readonly [string, string | null])[] =>
  comments.map(({id, parentId}) => [id, parentId]);

async function readOne(changes: Wire): Promise<Comment | undefined> {
  return (await read({roots: [wireComment(1, changes)]})).page.comments[0];
}

describe('reading from Twikoo', () => {
  it('takes names as they were typed, and links only to the web', async () => {
    // oxlint-disable-next-line no-script-url -- what must not get through
    const comment = await readOne({nick: '<b>&amp;', link: 'javascript:alert(1)', master: true});
    expect(comment?.author).to.deep.equal({name: '<b>&amp;', url: null, role: 'writer'});
  });

  it('knows what Twikoo calls somebody without a name', async () => {
    expect((await readOne({nick: '匿名'}))?.author.name).to.equal('');
  });

  it('takes likes from where this server has them', async () => {
    expect((await readOne({ups: 3, like: 1}))?.likes).to.equal(3);
    expect((await readOne({ups: undefined, like: 2}))?.likes).to.equal(2);
    expect((await readOne({ups: 'many'}))?.likes).to.equal(0);
  });

  it('takes for held what is shown to its author only', async () => {
    expect((await readOne({isSpam: true}))?.status).to.equal('held');
    expect((await readOne({isSpam: false}))?.status).to.equal('published');
    expect((await readOne({isSpam: undefined}))?.status).to.equal('published');
  });

  it('does without a date that is none', async () => {
    expect((await readOne({created: 'yesterday'}))?.createdAt).to.equal(null);
  });

  it('puts replies below what they answer, and in their branch where that is gone', async () => {
    const replies = [reply(2, 1), reply(3, 1, 2), reply(4, 1, 99), reply(5, 1, 5)];
    const {page} = await read({roots: [wireComment(1, {replies})]});
    expect(pairs(page)).to.deep.equal([
      ['id1', null],
      ['id2', 'id1'],
      ['id3', 'id2'],
      ['id4', 'id1'],
      ['id5', 'id1'],
    ]);
  });

  it('keeps the replies to a comment that cannot be read', async () => {
    const {page} = await read({roots: [wireComment(1, {comment: {}, replies: [reply(2, 1)]})]});
    expect(pairs(page)).to.deep.equal([['id2', 'id1']]);
    expect(page.skipped).to.equal(1);
  });

  it('counts by itself what fits on one page, and asks where more are', async () => {
    const few = await read({roots: [wireComment(2, {isSpam: true}), wireComment(1)]});
    expect(few.page.total).to.equal(1);
    expect(few.asked.map(({event}) => event)).to.deep.equal(['COMMENT_GET']);
    const many = await read({
      roots: [wireComment(2), wireComment(1)],
      pageSize: 1,
      counts: {'/a': 5, '/a/': 2},
    });
    expect(many.page.total).to.equal(7);
  });

  it('reads on where it cannot count', async () => {
    const good = serve({roots: [wireComment(2), wireComment(1)], pageSize: 1});
    let page: CommentPage | undefined;
    await onServer(
      async (request) =>
        (await request.clone().text()).includes('COUNT') ? json({message: 'no'}) : good(request),
      async () => {
        page = await connect().list(first, signal);
      },
    );
    expect(page?.total).to.equal(null);
    expect(page?.comments).to.have.length(1);
  });

  describe('pages', () => {
    const moment = 1_760_000_000_005;

    /** Ids in the order in which they come; `together` were written in one moment. */
    async function readAll(together: readonly number[]): Promise<string> {
      const roots = [9, 8, 7, 6, 5, 4, 3].map((number) =>
        wireComment(number, together.includes(number) ? {created: moment} : {}),
      );
      const ids: string[] = [];
      await onServer(serve({roots, pageSize: 3}), async () => {
        const backend = connect();
        let cursor: string | null = null;
        do {
          const page: CommentPage = await backend.list({...first, cursor}, signal);
          ids.push(...page.comments.map(({id}) => id.slice(2)));
          cursor = page.nextCursor;
        } while (cursor !== null);
      });
      return ids.join(' ');
    }

    it('hold comments of one moment apart', async () => {
      expect(await readAll([])).to.equal('9 8 7 6 5 4 3');
      expect(await readAll([7, 6])).to.equal('9 8 7 6 5 4 3');
      expect(await readAll([7, 6, 5])).to.equal('9 8 7 6 5 4 3');
    });

    it('go on where more were written in one moment than Twikoo gives at once', async () => {
      expect(await readAll([7, 6, 5, 4])).to.equal('9 8 7 6 5 3');
    });
  });

  it('says that an answer of something else is none of Twikoo’s', async () => {
    for (const body of [
      {},
      [],
      {data: {}},
      {message: 'Hello'},
      {data: [], message: 'x'},
      {code: 0, message: 'x'},
    ])
      await onServer(
        () => json(body),
        async () => {
          const {code, advice} = await refusal(connect().list(first, signal));
          expect(code).to.equal('invalid-response');
          expect(advice).to.include('"endpoint"');
        },
      );
  });
});
