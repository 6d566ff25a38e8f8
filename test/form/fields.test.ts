import {expect} from '@open-wc/testing';
import {parseFields} from '../../src/form/fields.js';

const written = (value: string): string =>
  parseFields(value)
    .map(({name, required}) => name + (required ? '*' : ''))
    .join(' ');

describe('parseFields', () => {
  const rows: readonly [value: string, fields: string][] = [
    ['name* email*', 'name* email*'],
    ['email name*', 'email name*'],
    ['website', 'website'],
    ['  name*,email  ', 'name* email'],
    ['', ''],
    ['phone name', 'name'],
    ['constructor __proto__ name', 'name'],
    ['name name*', 'name*'],
    ['name email*  name*', 'name* email*'],
  ];
  for (const [value, fields] of rows) {
    it(`reads "${value}" as "${fields}"`, () => {
      expect(written(value)).to.equal(fields);
    });
  }
});
