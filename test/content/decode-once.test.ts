import {expect} from '@open-wc/testing';
import {decodeOnce} from '../../src/content/decode-once.js';

describe('decoding what a server escaped', () => {
  const rows: readonly (readonly [escaped: string, text: string])[] = [
    ['ليلى &amp; شركاه', 'ليلى & شركاه'],
    ['&lt;b&gt;', '<b>'],
    ['&quot;&#34;&#39;&#039;', `""''`],
    ['&amp;lt;', '&lt;'],
    ['&amp;amp;lt;', '&amp;lt;'],
    ['&nbsp;&copy;&#60;&#x3c;&LT;&lt', '&nbsp;&copy;&#60;&#x3c;&LT;&lt'],
    ['& &; &amp', '& &; &amp'],
    ['', ''],
  ];
  for (const [escaped, text] of rows)
    it(`SEC 2.8: makes ${JSON.stringify(escaped)} ${JSON.stringify(text)}`, () => {
      expect(decodeOnce(escaped)).to.equal(text);
    });
});
