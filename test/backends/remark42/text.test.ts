import {expect} from '@open-wc/testing';
import {toMarkdown} from '../../../src/backends/remark42/markdown.js';
import {toUserName} from '../../../src/backends/remark42/user-name.js';
import {toSafeFragment} from '../../../src/content/sanitize/sanitize.js';
import {renderings} from './renderings.js';
import {timeOf} from '../../content/hostile-signs.js';

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('SEC 2.6, SEC 2.7: text on Remark42', () => {
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

  it('adds nothing to plain sentences, of which the server counts the characters', () => {
    const text = 'السلام عليكم! كيف الحال؟ (بخير)، 12.5% + 3 = كثير: نعم; لا، أ-ب «قول» 5 > 3.';
    expect(toMarkdown(text)).to.equal(text);
  });

  it('takes a hundred thousand signs in a moment', () => {
    for (const sign of ['*', '-', '. ', '&a', '<', '1/', 'http://', '(c', '\\', '\n=']) {
      const text = sign.repeat(100_000 / sign.length);
      expect(
        timeOf(() => toMarkdown(text), 5_000),
        sign,
      ).to.be.below(5_000);
    }
  });
});

describe('names on Remark42', () => {
  const rows: readonly (readonly [typed: string, sent: string])[] = [
    ['ليلى العامرية', 'ليلى العامرية'],
    ['د. مُحمَّد', 'د محمد'],
    ['أحمد٢٠٢٦ ۷', 'أحمد2026 7'],
    ['عبد-الله (ابن) O’Neil', 'عبد الله ابن O Neil'],
    ['علی‌رضا', 'علی رضا'],
    ['سارة ❤️🌹', 'سارة'],
    ['a_b', 'a_b'],
    ['हिन्दी', 'हिन्दी'],
    ['…', ''],
  ];
  for (const [typed, sent] of rows)
    it(`are written as the server takes them: ${typed}`, () => {
      expect(toUserName(typed)).to.equal(sent);
    });
});
