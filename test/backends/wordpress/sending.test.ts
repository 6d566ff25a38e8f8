import {expect} from '@open-wc/testing';
import {CommentError} from '../../../src/backends/errors.js';
import type {BackendOptions} from '../../../src/backends/port.js';
import {createWordPress} from '../../../src/backends/wordpress/backend.js';
import type {NewComment} from '../../../src/content/types.js';
import type {Handler} from '../../../src/testing.js';
import {apiError, blog, formError, json, listOf, routeOf, serve, wireComment} from './recorded.js';

const {signal} = new AbortController();
const loginMessage = 'Sorry, you must be logged in to comment.';

interface Sent {
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  readonly credentials: RequestCredentials | undefined;
}

let sent: Sent[] = [];
const realFetch = window.fetch;

/** From now on `answer` answers, as if it came from where `url` says. */
function answerWith(
  answer: (request: Request) => Response | {readonly at: string; readonly response: Response},
): void {
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST')
      sent.push({
        url: new URL(request.url),
        headers: request.headers,
        body: await request.clone().text(),
        credentials: init?.credentials,
      });
    const given = answer(request);
    if (given instanceof Response) return given;
    Object.defineProperties(given.response, {url: {value: given.at}, redirected: {value: true}});
    return given.response;
  };
}

const onSite: BackendOptions = {
  endpoint: new URL(blog),
  site: '',
  page: {url: `${blog}open/`, title: '', canonical: null, links: [], bodyClasses: [], commentForm: null},
  storage: {get: () => null, set: () => false, remove: () => {}},
  headers: {},
  credentials: 'omit',
};

const write = (change: Partial<NewComment> = {}): NewComment => ({
  thread: '4',
  parentId: null,
  author: {name: 'أ & ب', email: 'laila@example.org', url: 'https://laila.example/'},
  content: {text: 'أ < ب &amp; ج', html: '<p>أ</p>'},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: 'key',
  ...change,
});

const closedApi = (): Response => apiError('rest_comment_login_required', 401, loginMessage);

/** A site whose API takes no comments, and whose form answers so. */
const formOnly = (
  answer: (form: URLSearchParams) => ReturnType<Parameters<typeof answerWith>[0]>,
  commentStatus = 'open',
): void => {
  const others: Handler = serve([], closedApi, commentStatus);
  answerWith((request) => {
    const last = sent.at(-1);
    return request.method === 'POST' && last && request.url.includes('wp-comments-post')
      ? answer(new URLSearchParams(last.body))
      : (others(request) as Response);
  });
};

/** Where WordPress leads whoever has sent a comment. */
const next = (form: URLSearchParams, more = ''): string => new URL(form.get('redirect_to') + more, blog).href;

async function refusal(promise: Promise<unknown>): Promise<CommentError> {
  const error: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).to.be.instanceOf(CommentError);
  return error as CommentError;
}

describe('sending to WordPress', () => {
  beforeEach(() => {
    sent = [];
  });
  afterEach(() => {
    window.fetch = realFetch;
  });

  it('sends text as HTML source, encoded once', async () => {
    answerWith(serve([], () => json(wireComment(7), 201)) as (request: Request) => Response);
    await createWordPress(onSite).create(write({parentId: '3'}), signal);
    expect(JSON.parse(sent[0]?.body ?? '')).to.deep.equal({
      post: '4',
      parent: '3',
      author_name: 'أ &amp; ب',
      author_email: 'laila@example.org',
      author_url: 'https://laila.example/',
      content: 'أ &lt; ب &amp;amp; ج',
    });
    expect(sent[0]?.url.searchParams.get('rest_route')).to.equal('/wp/v2/comments');
    expect(sent[0]?.credentials).to.equal('omit');
  });

  it('uses the API that the page names', async () => {
    answerWith(serve([], () => json(wireComment(7), 201)) as (request: Request) => Response);
    const links = [{rel: 'https://api.w.org/', type: '', href: `${blog}wp-json/`}];
    await createWordPress({...onSite, page: {...onSite.page, links}}).create(write(), signal);
    expect(sent[0]?.url.pathname).to.equal('/wp-json/wp/v2/comments');
  });

  it('does not use an API of another site that the page names', async () => {
    answerWith(serve([], () => json(wireComment(7), 201)) as (request: Request) => Response);
    const links = [{rel: 'https://api.w.org/', type: '', href: 'https://evil.example/wp-json/'}];
    await createWordPress({...onSite, page: {...onSite.page, links}}).create(write(), signal);
    expect(sent[0]?.url.origin).to.equal('https://blog.example');
  });

  it('sends a user’s comment with the nonce and without name and e-mail', async () => {
    answerWith(serve([], () => json(wireComment(7), 201)) as (request: Request) => Response);
    const backend = createWordPress({
      ...onSite,
      credentials: 'same-origin',
      headers: {'X-WP-Nonce': 'abc123'},
    });
    expect((await backend.capabilities(signal)).requires).to.deep.equal([]);
    await backend.create(write(), signal);
    expect(JSON.parse(sent[0]?.body ?? '')).to.have.all.keys('post', 'parent', 'content');
    expect(sent[0]?.headers.get('x-wp-nonce')).to.equal('abc123');
    expect(sent[0]?.credentials).to.equal('same-origin');
  });

  it('reads as a visitor, and sends by the form, once the nonce is too old', async () => {
    const reads: (string | null)[] = [];
    const fresh = serve([wireComment(7)]) as (request: Request) => Response;
    answerWith((request) => {
      if (request.url.includes('wp-comments-post')) {
        const to = next(new URLSearchParams(sent.at(-1)?.body));
        return {at: to, response: apiError('rest_cookie_invalid_nonce', 403)};
      }
      const nonce = request.headers.get('x-wp-nonce');
      if (request.method === 'GET') reads.push(nonce);
      return nonce === null ? fresh(request) : apiError('rest_cookie_invalid_nonce', 403);
    });
    const backend = createWordPress({
      ...onSite,
      credentials: 'same-origin',
      headers: {'X-WP-Nonce': 'old'},
    });
    const wanted = {thread: '4', order: 'newest', limit: 10, cursor: null} as const;
    expect((await backend.list?.(wanted, signal))?.comments).to.have.length(1);
    expect(reads).to.deep.equal(['old', null, 'old', null]);
    expect(await backend.create(write(), signal)).to.include({status: 'published'});
    expect(sent.map(({credentials}) => credentials)).to.deep.equal(['same-origin', 'same-origin']);
  });

  it('tells visitors of what is not for them without asking twice', async () => {
    let asked = 0;
    answerWith(() => {
      asked++;
      return apiError('rest_forbidden', 403);
    });
    const wanted = {thread: '4', order: 'newest', limit: 10, cursor: null} as const;
    const error = await createWordPress(onSite)
      .list?.(wanted, signal)
      .catch((one: unknown) => one);
    expect(error).to.be.instanceOf(CommentError);
    expect(asked).to.equal(1);
  });

  describe('by the form', () => {
    it('carries what the form on the page hides, and sets no cookie', async () => {
      formOnly((form) => ({at: next(form), response: listOf([], next(form))}));
      const commentForm = {
        action: `${blog}core/wp-comments-post.php`,
        hidden: [
          ['spam_check', 'passed'],
          ['comment_post_ID', '99'],
          ['wp-comment-cookies-consent', 'yes'],
        ] as const,
      };
      await createWordPress({...onSite, page: {...onSite.page, commentForm}}).create(write(), signal);
      expect(sent[1]?.url.href).to.equal(`${blog}core/wp-comments-post.php`);
      expect(sent[1]?.headers.get('accept')).to.equal('application/json');
      const form = new URLSearchParams(sent[1]?.body);
      expect(Object.fromEntries(form)).to.include({
        spam_check: 'passed',
        comment_post_ID: '4',
        comment_parent: '0',
        author: 'أ &amp; ب',
        email: 'laila@example.org',
        url: 'https://laila.example/',
        comment: 'أ &lt; ب &amp;amp; ج',
      });
      expect(form.has('wp-comment-cookies-consent')).to.equal(false);
    });

    it('finds the comment among the newest', async () => {
      const comments = [wireComment(9, {author_name: 'سعيد'}), wireComment(8, {author_name: 'أ &amp; ب'})];
      formOnly((form) => ({at: next(form), response: listOf(comments, next(form))}));
      const created = await createWordPress(onSite).create(write(), signal);
      expect(created).to.include({status: 'published', id: '8'});
      expect(created.comment?.author.url).to.equal('https://laila.example/?a=1&b=2');
    });

    it('knows a held comment by the address', async () => {
      formOnly((form) => {
        const at = next(form, '&unapproved=8&moderation-hash=x');
        return {at, response: listOf([], at)};
      });
      expect(await createWordPress(onSite).create(write(), signal)).to.deep.equal({
        status: 'held',
        id: '8',
        comment: null,
      });
    });

    it('is accepted even when the list behind it cannot be read', async () => {
      for (const response of [apiError('rest_not_logged_in', 401), json('oops', 500)]) {
        formOnly((form) => ({at: next(form), response}));
        expect((await createWordPress(onSite).create(write(), signal)).status).to.equal('published');
      }
    });

    const refusals: readonly (readonly [
      what: string,
      answer: () => Response,
      code: string,
      status?: string,
    ])[] = [
      ['an error page with 200', () => formError(200), 'invalid'],
      [
        'a page of somebody on the way, with 200',
        () => new Response('<p>No.', {headers: {'content-type': 'text/html'}}),
        'invalid-response',
      ],
      ['an empty answer', () => new Response('', {headers: {'content-type': 'text/html'}}), 'not-found'],
      ['409', () => formError(409), 'duplicate'],
      ['429', () => formError(429), 'too-fast'],
      ['500', () => formError(500), 'server'],
      ['403 where comments are closed', () => formError(403), 'closed', 'closed'],
      ['403 with the API’s words for logging in', () => formError(403, loginMessage), 'login-required'],
      ['403 otherwise', () => formError(403), 'forbidden'],
    ];
    for (const [what, answer, code, status] of refusals)
      it(`is refused by ${what}`, async () => {
        formOnly(answer, status);
        const error = await refusal(createWordPress(onSite).create(write(), signal));
        expect(error.code).to.equal(code);
      });

    it('is refused by 403 when what it answers is gone', async () => {
      formOnly(() => formError(403));
      const error = await refusal(createWordPress(onSite).create(write({parentId: '3'}), signal));
      expect(error.code).to.equal('parent-missing');
    });

    it('is not accepted by a redirect to the log-in page or back to the form', async () => {
      for (const [path, code] of [
        ['wp-login.php?redirect_to=x', 'login-required'],
        ['wp-comments-post.php', 'invalid-response'],
      ]) {
        formOnly(() => ({
          at: blog + path,
          response: new Response('<form>', {headers: {'content-type': 'text/html'}}),
        }));
        const error = await refusal(createWordPress(onSite).create(write(), signal));
        expect(error.code).to.equal(code);
      }
    });
  });

  it('does not go on to the form when nobody knows what became of the comment', async () => {
    answerWith((request) => {
      if (request.method === 'POST') throw new TypeError('reset');
      return json({comment_status: 'open'});
    });
    const error = await refusal(createWordPress(onSite).create(write(), signal));
    expect(error.code).to.equal('network');
    expect(sent).to.have.length(1);
  });

  it('does not go on to the form when the API says that comments are closed', async () => {
    answerWith(serve([], () => apiError('rest_comment_closed', 403)) as (request: Request) => Response);
    const error = await refusal(createWordPress(onSite).create(write(), signal));
    expect(error.code).to.equal('closed');
    expect(sent.every(({url}) => routeOf(url.href) === '/wp/v2/comments')).to.equal(true);
    expect(sent).to.have.length(1);
  });

  it('waits as long as WordPress does', async () => {
    answerWith(serve([], () => apiError('comment_flood', 400)) as (request: Request) => Response);
    const error = await refusal(createWordPress(onSite).create(write(), signal));
    expect(error).to.include({code: 'too-fast', retryAfter: 15, status: 400});
  });

  it('says what to do where a page of another origin is refused', async () => {
    answerWith(serve([], closedApi) as (request: Request) => Response);
    const page = {...onSite.page, url: 'https://news.example/'};
    const error = await refusal(createWordPress({...onSite, page}).create(write(), signal));
    expect(error.code).to.equal('login-required');
    expect(error.advice).to.include("add_filter('rest_allow_anonymous_comments', '__return_true')");
    expect(sent).to.have.length(1);
  });
});
