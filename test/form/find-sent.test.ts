import {expect} from '@open-wc/testing';
import type {Backend} from '../../src/backends/port.js';
import {toComment, type Received} from '../../src/backends/received.js';
import type {NewComment} from '../../src/content/types.js';
import {findSent} from '../../src/form/find-sent.js';

const sent: NewComment = {
  thread: '/a',
  parentId: null,
  author: {name: 'ليلى', email: 'laila@example.org', url: null},
  content: {text: 'سطر أول\nسطر < ثان\n\nفقرة', html: null},
  lang: 'ar',
  dir: 'rtl',
  agreed: {rules: null, privacy: null},
  decoy: '',
  challenge: null,
  key: 'key',
};

/** A server that has this comment, as it sends it. */
const having = (comment: Partial<Received>): Backend => ({
  capabilities: () => Promise.reject(new Error('not asked')),
  create: () => Promise.reject(new Error('not asked')),
  list: async () => ({
    comments: [toComment({id: '1', name: 'ليلى', status: 'published', ...comment})],
    total: 1,
    nextCursor: null,
    prevCursor: null,
    closed: false,
    skipped: 0,
  }),
});

describe('a comment of which nobody knows whether it arrived', () => {
  const found: readonly (readonly [how: string, comment: Partial<Received>])[] = [
    ['text', {text: sent.content.text}],
    ['HTML with line breaks', {html: 'سطر أول<br>سطر &lt; ثان<br><br>فقرة'}],
    ['HTML with paragraphs', {html: '<p>سطر أول<br />\nسطر &lt; ثان</p><p>فقرة</p>\n'}],
  ];
  for (const [how, comment] of found)
    it(`is found as ${how}`, async () => {
      expect((await findSent(having(comment), sent))?.id).to.equal('1');
    });

  const others: readonly (readonly [what: string, comment: Partial<Received>])[] = [
    ['of somebody else', {text: sent.content.text, name: 'سعيد'}],
    ['that answers another', {text: sent.content.text, parentId: '7'}],
    ['with another text', {text: 'سطر أول'}],
  ];
  for (const [what, comment] of others)
    it(`is not one ${what}`, async () => {
      expect(await findSent(having(comment), sent)).to.equal(null);
    });

  it('is not found where the list cannot be read', async () => {
    const broken = {...having({}), list: () => Promise.reject(new Error('down'))};
    expect(await findSent(broken, sent)).to.equal(null);
  });
});
