import {expect} from '@open-wc/testing';
import {onScriptedNetwork, type Handler} from '../../src/backends/contract-server.js';
import type {BackendFactory} from '../../src/backends/port.js';
import {createRest} from '../../src/backends/rest/backend.js';
import {createTwikoo} from '../../src/backends/twikoo/backend.js';
import {createWordPress} from '../../src/backends/wordpress/backend.js';
import {toWritten} from '../../src/form/new-comment.js';
import {optionsFor, refusal, signal, write} from './listen.js';
import * as rest from './rest/recorded.js';
import * as twikoo from './twikoo/recorded.js';
import * as wordpress from './wordpress/recorded.js';

/** What a reader types: tags, signs that are none, hostile ones, quotes, a link, lines. */
const typed = [
  'قال «<b>مهم</b>»: أ < ب & "ج"',
  '<a href="https://example.org/?a=1&b=2" onclick="ran=1">س</a> <code>a<b</code>',
  '<blockquote>قول</blockquote><script>ran=1</script><img src=x onerror=ran=1>',
  'https://example.net/x <i>لم يُغلق',
].join('\n');

/** The tags that are allowed, everything else as text; the server makes its own lines and marks links. */
const lines = [
  'قال «<b>مهم</b>»: أ &lt; ب &amp; "ج"',
  '<a href="https://example.org/?a=1&amp;b=2">س</a> <code>a&lt;b</code>',
  '<blockquote>قول</blockquote>&lt;script&gt;ran=1&lt;/script&gt;&lt;img src=x onerror=ran=1&gt;',
  '<a href="https://example.net/x">https://example.net/x</a> <i>لم يُغلق</i>',
];

/** What is posted of a comment with tags, whatever comes of it. */
const posted = (
  create: BackendFactory,
  server: string,
  answer: Handler,
  page = {},
): Promise<readonly string[]> =>
  onScriptedNetwork(answer, async ({seen}) => {
    const options = optionsFor(server);
    const backend = create({...options, page: {...options.page, ...page}});
    const content = await toWritten(typed, 'rtl');
    await refusal(backend.create(write({thread: '4', content}), signal));
    return seen.filter(({method}) => method === 'POST').map(({body}) => body);
  });

describe('SEC 2.6: what servers get of a comment with tags', () => {
  const closed: Handler = wordpress.serve([], ({url}) =>
    url.includes('wp-comments-post')
      ? wordpress.formError(429)
      : wordpress.apiError('rest_comment_login_required', 401),
  );

  it('WordPress by the API', async () => {
    const [body = ''] = await posted(createWordPress, wordpress.blog, closed);
    expect(JSON.parse(body)).to.deep.include({content: lines.join('\n')});
  });

  it('WordPress by its form', async () => {
    const [, body] = await posted(createWordPress, wordpress.blog, closed, {url: `${wordpress.blog}open/`});
    expect(new URLSearchParams(body).get('comment')).to.equal(lines.join('\n'));
  });

  it('Twikoo, which makes no lines', async () => {
    const refused = twikoo.serve({submitted: {code: 1000, message: '包含屏蔽词'}});
    const [body = ''] = await posted(createTwikoo, twikoo.server, refused);
    expect(JSON.parse(body)).to.deep.include({event: 'COMMENT_SUBMIT', comment: lines.join('<br>')});
  });

  it('the REST contract: what was typed, what is seen of it, and what became of it', async () => {
    const refused: Handler = () => rest.json({code: 'spam'}, 403);
    const [body = ''] = await posted(createRest, 'https://news.example/api/comments', refused);
    const {content} = JSON.parse(body) as {content: Readonly<Record<string, string>>};
    expect(content).to.have.all.keys('text', 'html', 'source');
    expect(content['source']).to.equal(typed);
    expect(content['text']).to.equal(
      [
        'قال «مهم»: أ < ب & "ج"',
        'س a<b',
        'قول<script>ran=1</script><img src=x onerror=ran=1>',
        'https://example.net/x لم يُغلق',
      ].join('\n'),
    );
    const {body: shown} = new DOMParser().parseFromString(content['html'] ?? '', 'text/html');
    expect([...shown.querySelectorAll(':not(p, br)')].map(({localName}) => localName)).to.deep.equal(
      'b a code blockquote a i'.split(' '),
    );
    expect(shown.querySelector('[onclick]')).to.equal(null);
  });
});
