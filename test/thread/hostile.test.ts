import {expect, fixture, html} from '@open-wc/testing';
import {memoryBackend} from '../../src/backends/memory/backend.js';
import type {Backend} from '../../src/backends/port.js';
import type {Comment} from '../../src/content/types.js';
import {comment} from './comments.js';
import {acting, all, articleWith, next, one, seen, show, shown, threadIn} from './element.js';

/** A server that answers with these comments at once. */
const saying = (comments: readonly Comment[]): Backend => ({
  ...memoryBackend(),
  list: () =>
    Promise.resolve({comments, total: null, nextCursor: null, prevCursor: null, closed: false, skipped: 0}),
});

/** The longest task while `work` goes on: how long the page could not answer. */
async function longestTask(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let done = false;
  const {port1, port2} = new MessageChannel();
  port1.addEventListener('message', () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!done) port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  await work();
  done = true;
  return longest;
}

describe('hostile answers in <taaliq-thread>', function () {
  this.timeout(60_000);

  for (const [what, comments] of [
    ['5,000 comments', Array.from({length: 5000}, (_, index) => comment({id: String(index)}))],
    [
      '2,000 replies in a chain',
      Array.from({length: 2000}, (_, index) =>
        comment({id: String(index), parentId: index ? String(index - 1) : null}),
      ),
    ],
    [
      'a cycle of 2,000',
      Array.from({length: 2000}, (_, index) =>
        comment({id: String(index), parentId: String((index + 1) % 2000)}),
      ),
    ],
    [
      '2,000 replies to a reply at the last level',
      Array.from({length: 2006}, (_, index) =>
        comment({id: String(index), parentId: index ? String(Math.min(index - 1, 5)) : null}),
      ),
    ],
  ] as const) {
    it(`SEC 6.6: shows ${what}, all of them, and lets the page answer in between`, async () => {
      const loaded = next('comments-loaded');
      const longest = await longestTask(async () => {
        const thread = await show(saying(comments));
        await loaded;
        await thread.updateComplete;
        expect(all(thread, 'article')).to.have.length(comments.length);
      });
      expect(longest).to.be.below(2500);
    });
  }

  it('SEC 6.6: puts in no more than 100 between two turns of the browser', async () => {
    let most = 0;
    let since = 0;
    const place = await fixture<HTMLElement>(
      html`<div lang="ar"><taaliq-thread thread="k"></taaliq-thread></div>`,
    );
    const thread = threadIn(place);
    const observer = new MutationObserver((records) => {
      since += records
        .flatMap(({addedNodes}) => [...addedNodes])
        .filter(({nodeName}) => nodeName === 'LI').length;
      most = Math.max(most, since);
    });
    await thread.updateComplete;
    observer.observe(one(thread, '[part=thread] > ol'), {childList: true, subtree: true});
    // Two ports may get their messages in any order: whoever is given a turn, it is one.
    const {addEventListener} = MessagePort.prototype;
    MessagePort.prototype.addEventListener = function (...listening: [string, EventListener]): void {
      addEventListener.call(this, 'message', () => void (since = 0));
      addEventListener.apply(this, listening);
    };
    const turn = new MessageChannel();
    turn.port1.addEventListener('message', () => turn.port2.postMessage(null));
    turn.port1.start();
    turn.port2.postMessage(null);
    const loaded = next('comments-loaded');
    thread.backend = saying(Array.from({length: 1000}, (_, index) => comment({id: String(index)})));
    await loaded;
    turn.port1.close();
    MessagePort.prototype.addEventListener = addEventListener;
    observer.disconnect();
    expect(all(thread, 'article')).to.have.length(1000);
    expect(most).to.be.within(1, 100);
  });

  it('SEC 6.5: takes names of the language for ordinary ids', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'then', 'hasOwnProperty'];
    const thread = await shown(
      saying(names.flatMap((id) => [comment({id}), comment({id: `${id}-reply`, parentId: id})])),
    );
    expect(all(thread, 'article')).to.have.length(10);
    expect(all(thread, 'li li')).to.have.length(5);
  });

  it('SEC 6.7: gives elements ids of its own, whatever those of comments hold', async () => {
    const ids = ['"><img src=x>', 'a b', '#x', '../..', 'title', '\u202e'];
    const thread = await shown(
      saying(ids.flatMap((id) => [comment({id}), comment({id: `${id}-reply`, parentId: id})])),
    );
    const given = all(thread, '[id]').map(({id}) => id);
    expect(given.length).to.be.greaterThan(ids.length);
    expect(new Set(given).size).to.equal(given.length);
    for (const id of given) expect(id).to.match(/^[a-z]+(?:-[a-z]+)*(?:-?\d+)?$/);
    for (const described of all(thread, '[aria-labelledby], [aria-describedby]'))
      for (const name of ['aria-labelledby', 'aria-describedby'])
        for (const id of described.getAttribute(name)?.split(' ') ?? []) expect(given).to.include(id);
  });

  it('SEC 3.10: makes nothing of Markdown', async () => {
    const text = '# عنوان **غامق** `رمز` [رابط](https://a.example/)\n> اقتباس\n1. أول';
    const thread = await shown(saying([comment({id: 'a', text})]));
    const body = one(thread, '[part=body]');
    expect(body.querySelectorAll('h1, strong, b, code, blockquote, ol')).to.have.length(0);
    expect(seen(body)).to.contain('# عنوان **غامق** `رمز` [رابط](');
  });

  it('shows what has no name, no date and no content', async () => {
    const thread = await shown(saying([comment({id: 'a', name: '\u200f\u2060', text: '', createdAt: null})]));
    expect(seen(one(thread, '[part=author]'))).to.equal('مجهول');
    expect(all(thread, 'time')).to.have.length(0);
  });

  it('SEC 6.9: is not upset by a backend that breaks its word', async () => {
    const thread = await show({
      ...memoryBackend(),
      capabilities: () => Promise.reject(new TypeError('no')),
      list: () => {
        throw new RangeError('at once');
      },
    });
    const failed = next('comments-failed');
    thread.reload();
    await failed;
    await thread.updateComplete;
    expect(seen(one(thread, '[role=alert]'))).to.contain('تعذّر');
  });

  describe('RTL B5, SEC 10.3: what a name cannot move', () => {
    // Unmatched isolate and embedding ends, overrides, and 200 stacked marks.
    const names: readonly (readonly [string, string])[] = [
      ['an unmatched U+2069', 'ليلى\u2069\u2069'],
      ['an override', '\u202eevil\u202e'],
      ['an embedding that is never closed', '\u202a\u2067abc'],
      ['only marks', `ل${'\u0651'.repeat(200)}`],
      ['Latin letters', 'Admin (2) - x'],
      ['a thousand letters', 'ب'.repeat(1000)],
    ];
    const plain = 'سامي';

    for (const [what, name] of names) {
      for (const lang of ['ar', 'en']) {
        it(`${what}, in ${lang}`, async () => {
          const make = async (author: string): Promise<HTMLElement> => {
            const thread = await shown(
              saying([
                comment({id: 'a', name: author, text: 'أصل original'}),
                {...comment({id: 'b', name: 'نورة', parentId: 'a', text: 'جواب'}), likes: 3},
              ]),
              {depth: 0},
              lang,
            );
            await acting(thread, 2);
            return thread;
          };
          const places = (thread: HTMLElement): readonly string[] =>
            all(thread, '.heading, .body p, .actions button, .answers').map((element) => {
              const {left, right} = element.getBoundingClientRect();
              const edges = thread.getBoundingClientRect();
              const start = lang === 'ar' ? edges.right - right : left - edges.left;
              return `${element.className || element.localName} ${Math.round(start)}`;
            });
          const hostile = await make(name);
          const before = places(hostile);
          const honest = await make(plain);
          expect(before).to.deep.equal(places(honest));
          // The words around the name stand in the order of the sentence.
          const said = articleWith(hostile, 'جواب').querySelector('.answers');
          const inner = said?.querySelector('bdi')?.getBoundingClientRect();
          const outer = said?.getBoundingClientRect();
          if (!inner || !outer) throw new Error('nobody is answered');
          if (lang === 'ar') expect(Math.round(inner.left)).to.equal(Math.round(outer.left));
          else expect(Math.round(inner.right)).to.equal(Math.round(outer.right));
          expect(hostile.scrollWidth).to.be.at.most(hostile.clientWidth);
          const article = articleWith(hostile, 'أصل').getBoundingClientRect();
          // Two guards, each enough by itself: nothing in the name turns, and nothing of it could leave its block.
          for (const shownName of all(hostile, '.name')) {
            expect(shownName.textContent).not.to.match(/[\u202a-\u202e\u2066-\u2069]/);
            expect(getComputedStyle(shownName).display).to.equal('inline-block');
            expect(shownName.dir).to.match(/^(rtl|ltr)$/);
          }
          const author = one(hostile, '[part=author]').getBoundingClientRect();
          expect(author.top).to.be.at.least(article.top - 1);
          expect(author.bottom).to.be.at.most(article.bottom + 1);
        });
      }
    }
  });
});
