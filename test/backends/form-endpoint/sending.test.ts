import {expect} from '@open-wc/testing';
import {CommentError} from '../../../src/backends/errors.js';
import {createFormEndpoint} from '../../../src/backends/form-endpoint/backend.js';
import type {Backend, BackendOptions} from '../../../src/backends/port.js';
import type {NewComment} from '../../../src/content/types.js';
import {formspree, html, json, netlify, page, plain, staticman} from './recorded.js';

const {signal} = new AbortController();

const typed = 'أ < ب و ج > د & **x** <script>alert(1)</script>\nسطر';

const connect = (endpoint: string, change: Partial<BackendOptions> = {}): Backend =>
  createFormEndpoint({
    endpoint: new URL(endpoint),
    site: '',
    page,
    storage: {get: () => null, set: () => false, remove: () => {}},
    headers: {},
    credentials: 'omit',
    ...change,
  });

const write = (change: Partial<NewComment> = {}): NewComment => ({
  thread: '/2026/01/article',
  parentId: null,
  author: {name: 'ليلى & شركاه', email: 'laila@example.org', url: 'https://laila.example/'},
  content: {text: typed, html: '<p>أ</p>'},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: 'key',
  ...change,
});

interface Sent {
  readonly fields: Readonly<Record<string, string>>;
  readonly accept: string | null;
  readonly redirect: RequestRedirect | undefined;
}

let sent: Sent[] = [];
const realFetch = window.fetch;

/** From now on this is the answer; given as a redirect, it comes from there. */
function answerWith(response: () => Response, at?: string): void {
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    expect(request.headers.get('content-type')).to.include('application/x-www-form-urlencoded');
    sent.push({
      fields: Object.fromEntries(new URLSearchParams(await request.text())),
      accept: request.headers.get('accept'),
      redirect: init?.redirect,
    });
    const answer = response();
    if (at) Object.defineProperties(answer, {url: {value: at}, redirected: {value: true}});
    return answer;
  };
}

async function refusal(attempt: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).to.be.instanceOf(CommentError);
  return error as CommentError;
}

describe('sending a form', () => {
  beforeEach(() => {
    sent = [];
  });
  afterEach(() => {
    window.fetch = realFetch;
  });

  const common = {
    name: 'ليلى & شركاه',
    email: 'laila@example.org',
    website: 'https://laila.example/',
    message: typed,
    thread: '/2026/01/article',
    page: 'https://news.example/2026/01/article',
    title: 'مقال',
  };

  it('to anybody has the names of a form of one’s own, and the text as it was typed', async () => {
    answerWith(() => html());
    await connect(plain).create(write(), signal);
    expect(sent[0]?.fields).to.deep.equal(common);
  });

  it('has what else there is only where there is something', async () => {
    answerWith(() => html());
    const author = {name: 'ليلى', email: '', url: null};
    const agreed = {rules: '3', privacy: true} as const;
    await connect(plain).create(write({author, agreed, parentId: '7', challenge: 'token'}), signal);
    await connect(plain).create(write({agreed: {rules: true, privacy: null}}), signal);
    expect(sent[0]?.fields).to.include({rules: '3', privacy: 'yes', parent: '7', challenge: 'token'});
    expect(sent[0]?.fields).not.to.have.any.keys('email', 'website');
    expect(sent[1]?.fields).to.include({rules: 'yes'});
  });

  it('to Formspree asks for an answer in JSON', async () => {
    answerWith(() => json({next: 'https://forms.example/thanks', ok: true}));
    const created = await connect(formspree).create(write({decoy: 'bot', challenge: 'token'}), signal);
    expect(created).to.deep.equal({status: 'held', id: null, comment: null});
    expect(sent[0]?.fields).to.deep.equal({
      ...common,
      _subject: 'مقال',
      _gotcha: 'bot',
      'g-recaptcha-response': 'token',
    });
    expect(sent[0]).to.include({accept: 'application/json', redirect: 'error'});
  });

  it('to Formspree by its other address is the same', async () => {
    answerWith(() => json({next: 'x'}));
    await connect('https://forms.example/p/123/f/comments').create(write(), signal);
    expect(sent[0]?.fields).to.include({_subject: 'مقال'});
  });

  it('to Staticman names fields and options, and what stands in its address', async () => {
    answerWith(() => json({success: true, fields: {}}));
    const address = `${staticman}?${new URLSearchParams({'options[reCaptcha][siteKey]': 'k'})}`;
    await connect(address).create(write({parentId: 'abc', decoy: 'bot', challenge: 'token'}), signal);
    await connect(staticman.replace('v3/entry/github', 'v2/entry')).create(write({thread: '/'}), signal);
    expect(sent[0]?.fields).to.deep.equal({
      'fields[name]': common.name,
      'fields[email]': common.email,
      'fields[url]': common.website,
      'fields[message]': typed,
      'options[slug]': '2026/01/article',
      'options[parent]': 'abc',
      'options[reCaptcha][siteKey]': 'k',
      'g-recaptcha-response': 'token',
    });
    expect(sent[1]?.fields).to.include({'options[slug]': 'index'});
  });

  it('to Netlify names the form that was deployed', async () => {
    answerWith(() => html());
    await connect(netlify, {site: 'comments'}).create(write({decoy: 'bot'}), signal);
    expect(sent[0]?.fields).to.deep.equal({...common, 'form-name': 'comments', 'bot-field': 'bot'});
  });

  it('says which of them take the field that people do not see', async () => {
    const takes = async (endpoint: string, change?: Partial<BackendOptions>): Promise<unknown> =>
      (await connect(endpoint, change).capabilities(signal)).decoy;
    expect(await takes(formspree)).to.equal(true);
    expect(await takes(netlify, {site: 'comments'})).to.equal(true);
    expect(await takes(staticman)).to.equal(false);
    expect(await takes(plain)).to.equal(false);
  });

  it('has no conversation', async () => {
    const backend = connect(plain);
    const can = await backend.capabilities(signal);
    expect(can).to.include({list: false, like: null, remove: false, counts: false, idempotent: false});
    expect(backend).to.have.all.keys('capabilities', 'create');
  });

  it('ends on a page of thanks of the same site, and on no other', async () => {
    answerWith(() => html(), 'https://mail.example/thanks.html');
    expect((await connect(plain).create(write(), signal)).status).to.equal('held');
    expect(sent[0]?.redirect).to.equal('follow');
    answerWith(() => html(), 'https://login.example/');
    expect((await refusal(connect(plain).create(write(), signal))).code).to.equal('invalid-response');
  });

  it('is not accepted because an answer is there', async () => {
    for (const [endpoint, answer] of [
      [formspree, json({})],
      [formspree, html()],
      [formspree, json({ok: 'yes'})],
      [staticman, json({success: 'true'})],
      [staticman, html()],
      [plain, json([])],
    ] as const) {
      answerWith(() => answer);
      expect((await refusal(connect(endpoint).create(write(), signal))).code).to.equal('invalid-response');
    }
  });

  it('tells the developer which setting does not fit', async () => {
    const rows: readonly (readonly [endpoint: string, answer: Response, advice: RegExp, site?: string])[] = [
      [formspree, json({errors: [{code: 'FORM_NOT_FOUND'}]}, 404), /"endpoint".*Formspree/],
      [staticman, json({success: false, errorCode: 'INVALID_FIELDS'}, 500), /staticman\.yml.*allowedFields/],
      [netlify, html(404), /"site"/, 'comments'],
      [plain, html(405), /"endpoint"/],
    ];
    for (const [endpoint, answer, advice, site = ''] of rows) {
      answerWith(() => answer);
      const error = await refusal(connect(endpoint, {site}).create(write(), signal));
      expect(error.code).to.equal('not-found');
      expect(error.advice).to.match(advice);
    }
  });

  it('tells every field that was refused', async () => {
    answerWith(() =>
      json(
        {
          errors: [
            {code: 'TYPE_EMAIL', field: 'email', message: 'should be an email'},
            {code: 'REQUIRED_FIELD_EMPTY', field: 'message', message: 'is required'},
            {code: 'SOMETHING_NEW', field: 'name', message: 'who knows'},
          ],
        },
        422,
      ),
    );
    const {code, fields} = await refusal(connect(formspree).create(write(), signal));
    expect(code).to.equal('invalid');
    expect(fields).to.deep.equal([
      {field: 'email', code: 'malformed'},
      {field: 'content', code: 'required'},
    ]);
  });

  it('waits as long as it is told to', async () => {
    answerWith(() => new Response('{}', {status: 429, headers: {'retry-after': '30'}}));
    expect(await refusal(connect(formspree).create(write(), signal))).to.include({
      code: 'too-fast',
      retryAfter: 30,
    });
  });
});
