import type {Language} from '../../src/language/messages.js';
import {registerLanguage} from '../../src/language/register-language.js';
import {languages} from './languages.js';

/** A language that comes when it is told to. */
export const onDemand = (
  tag: string,
  words: Partial<Language>,
): {come: () => void; fail: () => void; asked: () => number} => {
  let come = (): void => {};
  let fail = (): void => {};
  let asked = 0;
  registerLanguage(tag, () => {
    asked++;
    return new Promise((resolve, reject) => {
      come = () => resolve({...languages['en']!, lang: tag, ...words});
      fail = () => reject(new TypeError('network'));
    });
  });
  return {come: () => come(), fail: () => fail(), asked: () => asked};
};
