import {expect} from '@open-wc/testing';
import type {Created} from '../../../src/backends/port.js';
import type {Handler} from '../../../src/testing.js';
import {refusal, signal, write} from '../listen.js';
import {connect, onServer, options, textOf} from './call.js';
import {json, reply, serve, server, wireComment, type Wire} from './recorded.js';

const first = {thread: '/a', order: 'newest', limit: 20, cursor: null} as const;

/** What Twikoo is told of that comment. */
async function sent(
  change: Parameters<typeof write>[0],
  answer: Handler = serve(),
): Promise<Wire | undefined> {
  const asked = await onServer(answer, () => connect().create(write(change), signal));
  return asked.find(({event}) => event === 'COMMENT_SUBMIT');
}

async function create(answer: Handler): Promise<Created | undefined> {
  let created: Created | undefined;
  await onServer(answer, async () => {
    created = await connect().create(write(), signal);
  });
  return created;
}

describe('sending to Twikoo', () => {
  it('sends what Twikoo knows, and nothing of the reader’s browser', async () => {
    const wire = await sent({
      author: {name: 'أ & ب', email: 'laila@example.org', url: 'https://laila.example/'},
    });
    expect(wire).to.deep.include({
      url: '/a',
      href: 'https://news.example/a',
      ua: 'Taaliq',
      nick: 'أ & ب',
      mail: 'laila@example.org',
      link: 'https://laila.example/',
      comment: 'أ &lt; ب',
    });
    expect(wire).not.to.have.any.keys('rid', 'pid', 'turnstileToken');
  });

  it('sends a name also where there is none: Twikoo stumbles over what is missing', async () => {
    expect(await sent({author: {name: '', email: '', url: null}})).to.include({nick: '', mail: '', link: ''});
  });

  it('names the top of the branch beside what it answers', async () => {
    const answer = serve({roots: [wireComment(1, {replies: [reply(2, 1), reply(3, 1, 2)]})]});
    expect(await sent({parentId: 'id3'}, answer)).to.include({pid: 'id3', rid: 'id1'});
    expect(await sent({parentId: 'id1'}, answer)).to.include({pid: 'id1', rid: 'id1'});
  });

  it('looks for a reply on the page of its branch', async () => {
    const roots = [5, 4, 3, 2, 1].map((number) => wireComment(number));
    const replies = [reply(99, 1)];
    const asked = await onServer(
      serve({roots: [...roots.slice(0, 4), wireComment(1, {replies})], pageSize: 2}),
      async () => {
        const backend = connect();
        await backend.locate({...first, id: 'id1'}, signal);
        const {status, comment} = await backend.create(write({parentId: 'id1'}), signal);
        expect([status, comment?.parentId]).to.deep.equal(['published', 'id1']);
      },
    );
    expect(asked.at(-1)).to.include({event: 'COMMENT_GET', before: 1_760_000_000_002});
  });

  it('is accepted also where nobody can tell what became of it', async () => {
    const good = serve();
    const blind =
      (answer: () => Response): Handler =>
      async (request) =>
        (await request.clone().text()).includes('COMMENT_GET') ? answer() : good(request);
    for (const answer of [() => json({data: [], message: 'no'}), () => new Response('', {status: 502})])
      expect(await create(blind(answer))).to.deep.include({status: 'published', id: 'id99', comment: null});
  });

  it('is held when the list is there and does not show it', async () => {
    expect(await create(serve({roots: [wireComment(1)]}))).to.include({status: 'held', id: 'id99'});
  });

  it('gives each captcha what it is to be solved with', async () => {
    expect(await sent({challenge: 'opaque'})).to.include({turnstileToken: 'opaque', capToken: 'opaque'});
    const geetest = {
      geeTestLotNumber: '1',
      geeTestCaptchaOutput: '2',
      geeTestPassToken: '3',
      geeTestGenTime: '4',
    };
    const wire = await sent({challenge: JSON.stringify({...geetest, event: 'LOGIN', nick: 'x'})});
    expect(wire).to.include({...geetest, event: 'COMMENT_SUBMIT', nick: 'ليلى'});
  });
});

describe('the limit of Twikoo', () => {
  const config = (value: unknown): Handler => serve({config: {LIMIT_LENGTH: value}});
  const limits: readonly (readonly [value: unknown, most: number | null])[] = [
    [undefined, 500],
    ['', 500],
    ['1000', 1_000],
    ['0', null],
    ['-1', null],
  ];
  for (const [value, most] of limits)
    it(`is ${most} when it is set to ${JSON.stringify(value)}`, async () => {
      await onServer(config(value), async () => {
        expect((await connect().capabilities(signal)).maxLength).to.equal(most);
      });
    });

  it('is told in characters of the text, before anything is sent', async () => {
    const asked = await onServer(config('20'), async () => {
      const backend = connect();
      await backend.capabilities(signal);
      // 16 characters, 25 of HTML.
      const error = await refusal(backend.create(write({content: textOf('12345\n67890 <أب>')}), signal));
      expect(error.code).to.equal('invalid');
      expect(error.fields).to.deep.equal([{field: 'content', code: 'too-long', limit: 11}]);
      await backend.create(write({content: textOf('12345\n67890')}), signal);
    });
    expect(asked.filter(({event}) => event === 'COMMENT_SUBMIT')).to.have.length(1);
  });
});

describe('what Twikoo asks of readers', () => {
  const fields: readonly (readonly [value: unknown, requires: readonly string[]])[] = [
    [undefined, []],
    ['', []],
    ['nick', ['name']],
    ['nick,mail', ['name', 'email']],
    ['mail,link', ['email']],
  ];
  for (const [value, requires] of fields)
    it(`is ${requires.join(' and ') || 'nothing'} when that is set to ${JSON.stringify(value)}`, async () => {
      await onServer(serve({config: {REQUIRED_FIELDS: value}}), async () => {
        expect((await connect().capabilities(signal)).requires).to.deep.equal(requires);
      });
    });

  it('is a captcha when there is one', async () => {
    for (const [value, challenge] of [
      ['Turnstile', 'turnstile'],
      ['', null],
    ] as const)
      await onServer(serve({config: {CAPTCHA_PROVIDER: value}}), async () => {
        expect((await connect().capabilities(signal)).challenge).to.equal(challenge);
      });
  });

  it('is asked once', async () => {
    const asked = await onServer(serve(), async () => {
      const backend = connect();
      expect(await backend.capabilities(signal)).to.equal(await backend.capabilities(signal));
    });
    expect(asked).to.have.length(1);
  });
});

describe('who the reader is to Twikoo', () => {
  it('is nobody before they write or like something, and the same from then on', async () => {
    const {storage} = options();
    const asked = await onServer(serve({roots: [wireComment(99)]}), async () => {
      const backend = connect({storage});
      await backend.list(first, signal);
      await backend.create(write(), signal);
      await backend.list(first, signal);
      await connect({storage}).list(first, signal);
    });
    const tokens = asked.map(({accessToken}) => accessToken);
    expect(tokens[0]).to.equal(undefined);
    expect(tokens[1]).to.match(/^[\d-]{20,}$/);
    expect(new Set(tokens.slice(1)).size).to.equal(1);
  });

  it('is a secret of each server, and never what Twikoo’s own client keeps', async () => {
    const {storage} = options();
    storage.set('twikoo-access-token', 'of the administrator');
    const asked = await onServer(serve(), async () => {
      await connect({storage}).create(write(), signal);
      await connect({storage, endpoint: new URL(`${server}two`)}).create(write(), signal);
    });
    const tokens = new Set(
      asked.filter(({event}) => event === 'COMMENT_SUBMIT').map(({accessToken}) => accessToken),
    );
    expect(tokens.size).to.equal(2);
    expect(tokens.has('of the administrator')).to.equal(false);
  });

  it('lasts as long as the page where nothing can be kept', async () => {
    const storage = {get: () => null, set: () => false, remove: () => {}};
    const asked = await onServer(serve(), async () => {
      const backend = connect({storage});
      await backend.create(write(), signal);
      await backend.create(write(), signal);
    });
    expect(new Set(asked.map(({accessToken}) => accessToken)).size).to.equal(1);
  });
});
