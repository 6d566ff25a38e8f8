import {expect, html} from '@open-wc/testing';
import {registerBackend} from '../../src/backends/register-backend.js';
import {CommentError} from '../../src/backends/errors.js';
import type {TaaliqCount} from '../../src/count/count.js';
import {countingBackend, gaveUp, said, says, show, showsOwn} from './element.js';

describe('<taaliq-count>', () => {
  afterEach(() => {
    scrollTo(0, 0);
  });

  it('says the number in words, with the plural of the language', async () => {
    const words: Readonly<Record<string, Readonly<Record<number, string>>>> = {
      ar: {
        0: 'لا توجد تعليقات',
        1: 'تعليق واحد',
        2: 'تعليقان',
        3: '3 تعليقات',
        11: '11 تعليقًا',
        100: '100 تعليق',
      },
      en: {0: 'No Comments', 1: '1 comment', 2: '2 comments'},
      fr: {0: 'Aucun commentaire', 1: '1 commentaire', 2: '2 commentaires'},
      fa: {0: 'بدون دیدگاه', 1: '۱ دیدگاه', 12: '۱۲ دیدگاه'},
    };
    for (const [lang, sentences] of Object.entries(words)) {
      const numbers = Object.keys(sentences);
      const backend = countingBackend(Object.fromEntries(numbers.map((number) => [number, Number(number)])));
      const counts = await show(
        html`<p lang=${lang}>
          ${numbers.map((number) => html`<taaliq-count .backend=${backend} thread=${number}></taaliq-count>`)}
        </p>`,
      );
      for (const [index, number] of numbers.entries())
        await says(counts[index], sentences[Number(number)] ?? '');
      expect(counts[0]?.shadowRoot?.querySelector('[part=root]')).to.have.attribute('lang', lang);
    }
  });

  it('writes numbers in the digits that the page wants', async () => {
    const backend = countingBackend({k: 12});
    const [plain, chosen, country] = await show(
      html`<p lang="ar">
        <taaliq-count .backend=${backend} thread="k"></taaliq-count>
        <taaliq-count .backend=${backend} thread="k" numerals="arab"></taaliq-count>
        <taaliq-count .backend=${backend} thread="k" lang="ar-EG"></taaliq-count>
      </p>`,
    );
    await says(plain, '12 تعليقًا');
    await says(chosen, '١٢ تعليقًا');
    await says(country, '١٢ تعليقًا');
  });

  it('asks once for all elements of a page, and for each conversation once', async () => {
    const backend = countingBackend({a: 1, b: 2});
    const counts = await show(
      html`<ul lang="en">
        ${['a', 'b', 'c', 'a'].map(
          (thread) => html`<li><taaliq-count .backend=${backend} thread=${thread}></taaliq-count></li>`,
        )}
      </ul>`,
    );
    await says(counts[0], '1 comment');
    await says(counts[1], '2 comments');
    await says(counts[2], 'No Comments');
    await says(counts[3], '1 comment');
    expect(backend.asked).to.deep.equal([['a', 'b', 'c']]);
    expect(backend.calls).to.deep.equal(['capabilities', 'count']);
  });

  it('asks once for each server where elements name theirs', async () => {
    const backend = countingBackend({a: 1, b: 2});
    const made: string[] = [];
    registerBackend('counted', async () => ({endpoint, site, headers}) => {
      made.push(`${endpoint.pathname} ${site} ${headers['x-key'] ?? ''}`);
      return backend;
    });
    const counts = await show(
      html`<div lang="en">
        <taaliq-count backend="counted" endpoint="/one" thread="a"></taaliq-count>
        <taaliq-count backend="counted" endpoint="/two" thread="a"></taaliq-count>
        <taaliq-count backend="counted" endpoint="/one" thread="b"></taaliq-count>
        <taaliq-count backend="counted" endpoint="/one" site="s" thread="b"></taaliq-count>
        <taaliq-count backend="counted" endpoint="/one" .headers=${{'x-key': '1'}} thread="a"></taaliq-count>
        <taaliq-count backend="counted" endpoint="/one" .headers=${{'x-key': '1'}} thread="b"></taaliq-count>
      </div>`,
    );
    for (const [index, words] of [1, 1, 2, 2, 1, 2].entries())
      await says(counts[index], words === 1 ? '1 comment' : '2 comments');
    expect(made.sort()).to.deep.equal(['/one  ', '/one  1', '/one s ', '/two  ']);
    expect(backend.asked.map((threads) => threads.join()).sort()).to.deep.equal(['a', 'a,b', 'a,b', 'b']);
  });

  it('asks for those that come later in a request of their own', async () => {
    const backend = countingBackend({a: 1, b: 2, c: 3});
    const place = html`<div lang="en">
      <taaliq-count .backend=${backend} thread="a"></taaliq-count>
    </div>`;
    const [first] = await show(place);
    await says(first, '1 comment');
    const later = ['b', 'c'].map((thread) => {
      const element = document.createElement('taaliq-count');
      return Object.assign(element, {backend, thread});
    });
    first?.after(...later);
    await says(later[0], '2 comments');
    await says(later[1], '3 comments');
    expect(backend.asked).to.deep.equal([['a'], ['b', 'c']]);
  });

  it('knows the article by the link around it, else it is the page', async () => {
    const key = decodeURI(location.pathname) + location.search;
    const backend = countingBackend({'/2026/أخبار': 4, set: 5});
    const template = html`<div lang="en">
      <a href="/2026/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/?utm_source=x#comments"
        ><taaliq-count .backend=${backend}></taaliq-count
      ></a>
      <a href="/2026/other"><taaliq-count .backend=${backend} thread="set"></taaliq-count></a>
      <a href="#comments"><taaliq-count .backend=${backend}></taaliq-count></a>
      <a href="mailto:x@example.org"><taaliq-count .backend=${backend}></taaliq-count></a>
      <taaliq-count .backend=${backend}></taaliq-count>
    </div>`;
    const counts = await show(template);
    await says(counts[0], '4 comments');
    await says(counts[1], '5 comments');
    await says(counts[4], 'No Comments');
    expect(backend.asked).to.have.length(1);
    expect(backend.asked[0]?.slice(0, 2)).to.deep.equal(['/2026/أخبار', 'set']);
    // The three others are about one conversation, which is the page's own.
    expect(backend.asked[0]).to.have.length(3);
    expect(key.startsWith(backend.asked[0]?.[2]?.split('?')[0] ?? '-')).to.equal(true);
  });

  it('goes by the canonical address of the page, also for a link within it', async () => {
    const canonical = document.createElement('link');
    canonical.rel = 'canonical';
    canonical.href = '/canonical';
    document.head.append(canonical);
    try {
      const backend = countingBackend({'/canonical': 7});
      const counts = await show(
        html`<div lang="en">
          <a href="#comments"><taaliq-count .backend=${backend}></taaliq-count></a>
          <taaliq-count .backend=${backend}></taaliq-count>
        </div>`,
      );
      for (const count of counts) await says(count, '7 comments');
      expect(backend.asked).to.deep.equal([['/canonical']]);
    } finally {
      canonical.remove();
    }
  });

  it('shows what the page wrote into it until the number is there', async () => {
    const backend = countingBackend({k: 2});
    const answer = backend.hold('count');
    const [count] = await show(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="k">Comments</taaliq-count></p>`,
    );
    if (!count) throw new Error('no count');
    expect(showsOwn(count)).to.equal(true);
    expect(said(count)).to.equal('');
    expect(count.matches(':state(loading)')).to.equal(true);
    answer();
    await says(count, '2 comments');
    expect(showsOwn(count)).to.equal(false);
    expect(count.matches(':state(loading)')).to.equal(false);
  });

  it('is hidden where the server has no numbers, without asking for any', async () => {
    const backend = countingBackend({k: 2}, {capabilities: {counts: false}});
    const [count] = await show(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="k">Comments</taaliq-count></p>`,
    );
    if (!count) throw new Error('no count');
    await gaveUp(count);
    expect(said(count)).to.equal('');
    expect(showsOwn(count)).to.equal(true);
    expect(backend.asked).to.deep.equal([]);
  });

  for (const operation of ['capabilities', 'count'] as const) {
    it(`is hidden when ${operation} fails, without a word`, async () => {
      const {error, warn} = console;
      const written: unknown[] = [];
      console.error = console.warn = (...words: unknown[]) => void written.push(words);
      try {
        const backend = countingBackend({k: 2});
        backend.fail(operation, new CommentError('network', {advice: 'Not for a decoration.'}));
        const [count] = await show(
          html`<p lang="en"><taaliq-count .backend=${backend} thread="k"></taaliq-count></p>`,
        );
        if (!count) throw new Error('no count');
        await gaveUp(count);
        expect(said(count)).to.equal('');
        expect(written).to.deep.equal([]);
      } finally {
        Object.assign(console, {error, warn});
      }
    });
  }

  it('is hidden when a server of the page leaves its number out', async () => {
    const backend = countingBackend({k: 2});
    backend.count = async () => new Map([['other', 3]]);
    const [count] = await show(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="k"></taaliq-count></p>`,
    );
    if (!count) throw new Error('no count');
    await gaveUp(count);
    expect(said(count)).to.equal('');
  });

  it('tells the page that there are none, by a state', async () => {
    const backend = countingBackend({});
    const [count] = await show(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="k"></taaliq-count></p>`,
    );
    await says(count, 'No Comments');
    expect(count?.matches(':state(empty)')).to.equal(true);
  });

  it('says what the page wants to have said', async () => {
    const backend = countingBackend({some: 3});
    const strings = {noComments: '0', commentsCount: {one: '({count})', other: '({count})'}};
    const [some, none] = await show(
      html`<p lang="ar">
        <taaliq-count .backend=${backend} .strings=${strings} thread="some"></taaliq-count>
        <taaliq-count .backend=${backend} .strings=${strings} thread="none"></taaliq-count>
      </p>`,
    );
    await says(some, '(3)');
    await says(none, '0');
  });

  it('RTL D4: follows the language of its place', async () => {
    const backend = countingBackend({k: 3});
    const [count] = await show(
      html`<p lang="en"><taaliq-count .backend=${backend} thread="k"></taaliq-count></p>`,
    );
    await says(count, '3 comments');
    if (count?.parentElement) count.parentElement.lang = 'ar';
    await says(count, '3 تعليقات');
    expect(count?.shadowRoot?.querySelector('[part=root]')).to.have.attribute('dir', 'rtl');
    expect(backend.asked).to.have.length(1);
  });

  it('takes no room but its line, and does not make it higher', async () => {
    const backend = countingBackend({k: 3});
    const answer = backend.hold('count');
    for (const lang of ['ar', 'en']) {
      const [count] = await show(
        html`<p lang=${lang} style="line-height: 1.8">
          <taaliq-count .backend=${backend} thread="k"></taaliq-count>
        </p>`,
      );
      const place = count?.parentElement;
      await count?.updateComplete;
      const before = place?.getBoundingClientRect().height ?? 0;
      expect(before).to.be.above(0);
      expect(count?.getBoundingClientRect().width).to.be.below(1);
      answer();
      await says(count, lang === 'ar' ? '3 تعليقات' : '3 comments');
      expect(place?.getBoundingClientRect().height).to.equal(before);
    }
  });

  it('is accessible', async () => {
    const backend = countingBackend({k: 3});
    for (const lang of ['ar', 'en']) {
      const counts = await show(
        html`<p lang=${lang}>
          <a href="/x"><taaliq-count .backend=${backend} thread="k">Comments</taaliq-count></a>
        </p>`,
      );
      const [count] = counts as readonly [TaaliqCount];
      await says(count, lang === 'ar' ? '3 تعليقات' : '3 comments');
      await expect(count.closest('p')).to.be.accessible();
    }
  });
});
