import {expect} from '@open-wc/testing';
import {memoryBackend, type Seed} from '../../src/backends/memory/backend.js';
import {all, articleWith, one, seen, shown} from './element.js';
import {waitUntil} from '../support/wait-until.js';

const seeds = (count: number): Seed[] => Array.from({length: count}, (_, index) => ({id: String(index + 1)}));

const nested: readonly Seed[] = [
  {id: 'a', name: 'ليلى', text: 'أصل'},
  {id: 'b', parentId: 'a', name: 'سامي', text: 'رد أول'},
  {id: 'c', parentId: 'b', name: 'نورة', text: 'رد ثان'},
];

describe('a comment in <taaliq-thread>', () => {
  it('RTL A1: is a section whose heading tells the number, at the level asked for', async () => {
    const thread = await shown(memoryBackend({comments: seeds(3)}), {headingLevel: 3});
    const heading = one(thread, '[part=heading]');
    expect(seen(heading)).to.equal('التعليقات 3');
    expect(heading).to.have.attribute('aria-level', '3');
    expect(one(thread, 'section')).to.have.attribute('aria-labelledby', heading.id);
    for (const comment of all(thread, 'article [role=heading]'))
      expect(comment).to.have.attribute('aria-level', '4');
  });

  it('RTL A2: nests replies in lists inside their item, in one shadow root', async () => {
    const thread = await shown(memoryBackend({comments: nested}));
    const item = articleWith(thread, 'رد ثان').closest('li');
    expect(item?.parentElement).to.match('ol[role=list]');
    const above = item?.parentElement?.closest('li');
    expect(seen(above?.querySelector('article'))).to.contain('رد أول');
    expect(above?.parentElement?.closest('li')?.querySelector('article')).to.equal(
      articleWith(thread, 'أصل'),
    );
  });

  it('RTL A3: names a comment by its heading: author, whom it answers, time', async () => {
    const backend = memoryBackend({comments: nested});
    backend.receive('k', {parentId: 'c', name: 'هند', text: 'رد ثالث'});
    const thread = await shown(backend);
    const reply = articleWith(thread, 'رد ثالث');
    const heading = one(thread, `#${reply.getAttribute('aria-labelledby')}`);
    expect(reply.contains(heading)).to.equal(true);
    expect(seen(heading)).to.equal('هند ردًا على نورة الآن');
    expect(reply).to.have.attribute('tabindex', '-1');
  });

  it('RTL N5, A9: tells times by words, with the date in a title and in ISO', async () => {
    const createdAt = new Date(Date.now() - 2 * 60 * 60_000).toISOString();
    const thread = await shown(memoryBackend({comments: [{id: '1', createdAt}]}));
    const time = one(thread, 'time');
    expect(seen(time)).to.equal('قبل ساعتين');
    expect(time).to.have.attribute('datetime', createdAt);
    await waitUntil(() => time.title.includes(String(new Date(createdAt).getFullYear())));
  });

  it('tells times anew when the reader comes back to the page', async () => {
    const createdAt = new Date(Date.now() - 10_000).toISOString();
    const thread = await shown(memoryBackend({comments: [{id: '1', createdAt}]}));
    expect(seen(one(thread, 'time'))).to.equal('الآن');
    // The dates come with what watches the page.
    await waitUntil(() => one(thread, 'time').title);
    const {now} = Date;
    Date.now = () => now() + 3 * 60_000;
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      await thread.updateComplete;
    } finally {
      Date.now = now;
    }
    expect(seen(one(thread, 'time'))).to.equal('قبل 3 دقائق');
  });

  it('RTL B1 B2: gives each paragraph its own direction', async () => {
    const thread = await shown(memoryBackend({comments: [{id: '1', text: 'مرحبًا\nHello to all of you'}]}));
    const paragraphs = [...one(thread, '.body').children];
    expect(paragraphs.map((paragraph) => [seen(paragraph), paragraph.getAttribute('dir')])).to.deep.equal([
      ['مرحبًا', 'rtl'],
      ['Hello to all of you', 'ltr'],
    ]);
    expect(paragraphs.map((paragraph) => paragraph.getAttribute('lang'))).to.deep.equal([null, '']);
  });

  it('SEC 2.1, SEC 2.2: shows what was typed as it was typed', async () => {
    const text =
      'أ < ب و ج > د  if (a<b && c>d) <3 &lt;b&gt; &amp;amp; </textarea> {{x}} ${x} <img src=x onerror=alert(1)>';
    const thread = await shown(memoryBackend({comments: [{id: '1', text}]}));
    expect(one(thread, '.body').textContent).to.equal(text);
    expect(all(thread, '.body img')).to.have.length(0);
  });

  it('SEC 4.2: makes links of addresses, which lead away safely', async () => {
    const thread = await shown(
      memoryBackend({comments: [{id: '1', text: 'انظر https://example.org/a. وjavascript:alert(1)'}]}),
    );
    const [link, ...others] = all(thread, '.body a');
    expect(others).to.deep.equal([]);
    expect(seen(link)).to.equal('https://example.org/a');
    expect(link).to.have.attribute('rel', 'nofollow ugc noopener');
    expect(link).to.have.attribute('target', '_blank');
    expect(link).to.have.attribute('referrerpolicy', 'strict-origin');
  });

  it('shows HTML of a server once it has been made safe', async () => {
    const thread = await shown(
      memoryBackend({comments: [{id: '1', html: '<p>نص <b>مهم</b><script>alert(1)</script></p>'}]}),
    );
    expect(seen(one(thread, '.body b'))).to.equal('مهم');
    expect(all(thread, '.body script')).to.have.length(0);
  });

  it('SEC 10.4: says who the site says the author is, outside the name', async () => {
    const thread = await shown(
      memoryBackend({
        comments: [
          {id: '1', name: 'أحمد', author: {role: 'writer'}},
          {id: '2', name: 'هيئة', author: {role: 'moderator'}},
          {id: '3', name: 'محتال ✓'},
        ],
      }),
    );
    const badges = all(thread, 'article').map((article) => seen(article.querySelector('[part=badge]')));
    expect(badges).to.deep.equal(['', 'مشرف', 'الكاتب']);
    for (const badge of all(thread, '[part=badge]')) expect(badge.closest('bdi')).to.equal(null);
  });

  it('draws a letter and asks for no image', async () => {
    const thread = await shown(
      memoryBackend({
        comments: [
          {id: '1', name: 'سامي'},
          {id: '2', name: 'john'},
          {id: '3', name: '  '},
        ],
      }),
    );
    expect(all(thread, 'article').map((article) => article.dataset['initial'])).to.deep.equal(['', 'J', 'س']);
    const [, drawn] = all(thread, 'article');
    expect(drawn && getComputedStyle(drawn, '::before').content).to.match(/J|data-initial/);
    expect(all(thread, 'img')).to.have.length(0);
    expect(seen(one(thread, '[part=author]'))).to.equal('مجهول');
  });

  it('links a name to a website that is safe, and no other', async () => {
    const thread = await shown(
      memoryBackend({
        comments: [
          {id: '1', author: {url: 'https://example.org/'}},
          // oxlint-disable-next-line no-script-url -- what must not get through
          {id: '2', author: {url: 'javascript:alert(1)'}},
        ],
      }),
    );
    expect(all(thread, '[part=author] a').map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://example.org/',
    ]);
  });

  it('RTL A10: keeps the place of a deleted comment for its replies', async () => {
    const thread = await shown(
      memoryBackend({
        comments: [
          {id: '1', status: 'deleted'},
          {id: '2', parentId: '1', text: 'رد'},
        ],
      }),
    );
    const [deleted] = all(thread, 'article');
    expect(seen(deleted)).to.equal('هذا التعليق محذوف.');
    expect(deleted?.querySelector('button')).to.equal(null);
    expect(deleted?.parentElement?.contains(articleWith(thread, 'رد'))).to.equal(true);
  });

  it('marks what was edited', async () => {
    const thread = await shown(memoryBackend({comments: [{id: '1', editedAt: '2026-02-01T10:00:00.000Z'}]}));
    expect(seen(one(thread, '.edited'))).to.equal('معدّل');
    await waitUntil(() => one(thread, '.edited').title.includes('2026'));
  });

  it('RTL A8: indents so many levels, then stays flat and says whom it answers', async () => {
    const chain = Array.from({length: 7}, (_, index) => ({
      id: String(index),
      parentId: index ? String(index - 1) : null,
      name: `ق${index}`,
      text: `نص${index}`,
    }));
    const thread = await shown(memoryBackend({comments: chain}), {depth: 2});
    const level = (text: string): number => {
      let count = -1;
      for (let list: Element | null | undefined = articleWith(thread, text); list; count++)
        list = list.closest('li')?.parentElement?.closest('li');
      return count;
    };
    expect(chain.map(({text}) => level(text))).to.deep.equal([0, 1, 2, 2, 2, 2, 2]);
    expect(all(thread, 'article').map((article) => seen(article.querySelector('.body')))).to.deep.equal(
      chain.map(({text}) => text),
    );
    const said = (text: string): Element | null => articleWith(thread, text).querySelector('.answers');
    expect(said('نص2')).to.equal(null);
    expect(seen(said('نص3'))).to.equal('ردًا على ق2');
  });

  it('has no more than 16 elements a comment', async () => {
    const thread = await shown(
      memoryBackend({
        comments: Array.from({length: 50}, (_, index) => ({
          id: String(index),
          parentId: index % 2 ? String(index - 1) : null,
          likes: index % 3,
        })),
      }),
      {pageSize: 50},
    );
    expect(all(thread, '.list *').length / all(thread, 'article').length).to.be.at.most(16);
  });

  it('gives elements ids from a counter: none of a comment reaches the page', async () => {
    const thread = await shown(memoryBackend({comments: [{id: 'evil"><script>'}, {id: '__proto__'}]}));
    for (const element of all(thread, '.list [id]'))
      expect(element.id).to.match(/^(comment|heading|like|edit|remove|report)-\d+$/);
  });
});
