import {expect} from '@open-wc/testing';
import {hasLanguage} from '../../src/language/registry.js';
import {resolveLanguage} from '../../src/language/resolve.js';

/** Tag, language whose words are shown, tag that is shown, direction. */
const table: readonly (readonly [string, string, string, 'rtl' | 'ltr'])[] = [
  ['', 'ar', 'ar', 'rtl'],
  ['ar', 'ar', 'ar', 'rtl'],
  ['AR', 'ar', 'ar', 'rtl'],
  ['ar-EG', 'ar', 'ar-EG', 'rtl'],
  ['ar_EG', 'ar', 'ar-EG', 'rtl'],
  ['ar-Arab-MA', 'ar', 'ar-Arab-MA', 'rtl'],
  ['ar-SA-u-nu-arab', 'ar', 'ar-SA', 'rtl'],
  ['en', 'en', 'en', 'ltr'],
  ['en-GB', 'en', 'en-GB', 'ltr'],
  ['fa', 'fa', 'fa', 'rtl'],
  ['fa-AF', 'fa', 'fa-AF', 'rtl'],
  ['prs', 'fa', 'fa-AF', 'rtl'],
  ['prs-AF', 'fa', 'fa-AF', 'rtl'],
  ['prs-Arab-AF', 'fa', 'fa-AF', 'rtl'],
  ['he', 'he', 'he', 'rtl'],
  ['iw', 'he', 'he', 'rtl'],
  ['iw-IL', 'he', 'he-IL', 'rtl'],
  ['ur-IN', 'ur', 'ur-IN', 'rtl'],
  ['ckb', 'ckb', 'ckb', 'rtl'],
  ['ckb-IR', 'ckb', 'ckb-IR', 'rtl'],
  ['ku-Arab', 'ckb', 'ckb-Arab', 'rtl'],
  ['ku-Arab-IQ', 'ckb', 'ckb-Arab-IQ', 'rtl'],
  ['ku-IQ', 'ckb', 'ckb-IQ', 'rtl'],
  ['ku-IR', 'ckb', 'ckb-IR', 'rtl'],
  ['ps-PK', 'ps', 'ps-PK', 'rtl'],
  ['ug', 'ug', 'ug', 'rtl'],
  ['ug-Arab', 'ug', 'ug-Arab', 'rtl'],
  ['fr-CA', 'fr', 'fr-CA', 'ltr'],
  ['tr', 'tr', 'tr', 'ltr'],
  // Written in another script than our words.
  ['ku', 'en', 'en', 'ltr'],
  ['ku-Latn-IQ', 'en', 'en', 'ltr'],
  ['kmr', 'en', 'en', 'ltr'],
  ['ug-Latn', 'en', 'en', 'ltr'],
  ['ur-Latn', 'en', 'en', 'ltr'],
  ['ar-Latn', 'en', 'en', 'ltr'],
  // No words at all: those of a language with the same direction.
  ['de', 'en', 'en', 'ltr'],
  ['ja', 'en', 'en', 'ltr'],
  ['qqq', 'en', 'en', 'ltr'],
  ['sd', 'ar', 'ar', 'rtl'],
  ['az-Arab', 'ar', 'ar', 'rtl'],
  ['dv', 'ar', 'ar', 'rtl'],
  ['yi', 'ar', 'ar', 'rtl'],
  ['syr', 'ar', 'ar', 'rtl'],
  ['nqo', 'ar', 'ar', 'rtl'],
  ['ff-Adlm', 'ar', 'ar', 'rtl'],
  // Nothing that could be a tag.
  ['عربي', 'ar', 'ar', 'rtl'],
  ['x', 'ar', 'ar', 'rtl'],
  ['constructor', 'ar', 'ar', 'rtl'],
];

describe('resolveLanguage', () => {
  for (const [tag, key, shown, dir] of table) {
    it(`RTL D2, D3: ${tag || 'no tag'} is said in ${key}, ${dir}`, () => {
      const resolved = resolveLanguage(tag, hasLanguage);
      expect([resolved.key, resolved.tag, resolved.dir]).to.deep.equal([key, shown, dir]);
    });
  }

  it('says whether the reader gets the language of the page', () => {
    expect(resolveLanguage('ar-EG', hasLanguage).known).to.equal(true);
    expect(resolveLanguage('de', hasLanguage).known).to.equal(false);
    expect(resolveLanguage('ug-Latn', hasLanguage).known).to.equal(false);
  });
});
