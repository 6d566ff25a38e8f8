import {expect} from '@open-wc/testing';
import {TaaliqForm} from '../../src/form/form.js';
import {warnOfBadSettings} from '../../src/form/warn-of-bad-settings.js';
import {register} from '../../src/page/register.js';

register('taaliq-form', TaaliqForm);

/** What the console is told about a form with these settings. */
function warnings(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const said: string[] = [];
  const {warn} = console;
  console.warn = (line: string) => said.push(line);
  try {
    warnOfBadSettings(Object.assign(document.createElement('taaliq-form'), settings));
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('warnOfBadSettings', () => {
  it('says nothing of a form as it comes', () => {
    expect(warnings({})).to.deep.equal([]);
  });

  for (const [attribute, settings, fix] of [
    ['theme', {theme: 'sepia'}, 'auto, light, dark'],
    ['credentials', {credentials: 'all'}, 'omit, same-origin, include'],
    ['markup', {markup: 'html'}, 'text, basic'],
    ['fields', {fields: 'name* phone'}, 'name, email, website'],
    ['max-length', {maxLength: Number.NaN}, '5000'],
    ['min-length', {minLength: -1}, '1'],
    ['blockedWords', {blockedWords: {action: 'refuse'}}, '{words: […]'],
  ] as const) {
    it(`names ${attribute} and what to write there, once`, () => {
      const [line = '', ...more] = warnings(settings);
      expect(line).to.contain(attribute).and.to.contain(fix);
      expect(more).to.deep.equal([]);
      expect(warnings(settings)).to.deep.equal([]);
    });
  }
});
