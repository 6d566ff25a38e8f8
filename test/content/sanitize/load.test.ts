import {expect} from '@open-wc/testing';
import {loadSanitizer} from '../../../src/content/sanitize/load.js';

describe('loadSanitizer', () => {
  it('brings the sanitizer, once', async () => {
    const first = await loadSanitizer();
    expect(first.toSafeHtml('<p onclick=x>نص</p>')).to.equal('<p>نص</p>');
    expect(await loadSanitizer()).to.equal(first);
  });
});
