import {expect} from '@open-wc/testing';
import {toMarkdown} from '../../../src/backends/cusdis/markdown.js';
import {toSafeFragment} from '../../../src/content/sanitize/sanitize.js';
import {renderings} from './renderings.js';
import {timeOf} from '../../content/hostile-signs.js';

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('SEC 2.6, SEC 2.7: text on Cusdis', () => {
  for (const [typed, sent, html] of renderings)
    it(`is shown as it was typed: ${squeeze(typed)}`, () => {
      expect(toMarkdown(typed)).to.equal(sent);
      expect(squeeze(toSafeFragment(html).textContent ?? '')).to.equal(squeeze(typed));
    });

  it('keeps lines and paragraphs', () => {
    const [, , html = ''] = renderings.find(([typed]) => typed === 'سطر أول\nسطر ثان\n\nفقرة') ?? [];
    const fragment = toSafeFragment(html);
    expect(fragment.querySelectorAll('br')).to.have.length(1);
    expect(fragment.querySelectorAll('p')).to.have.length(2);
  });

  it('keeps links', () => {
    const [, , html = ''] = renderings.find(([typed]) => typed.startsWith('انظر')) ?? [];
    const links = [...toSafeFragment(html).querySelectorAll('a')];
    expect(links.map((link) => link.href)).to.deep.equal([
      'https://news.example/a_b_c?x=1&y=2',
      'https://x.example/a_(b)',
    ]);
  });

  it('takes a hundred thousand spaces in a moment', () => {
    const text = `a${' '.repeat(100_000)}b\n${' '.repeat(100_000)}`;
    expect(timeOf(() => toMarkdown(text), 5_000)).to.be.below(5_000);
  });
});
