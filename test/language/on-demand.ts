import type {Language} from '../../src/language/messages.js';
import {registerLanguage} from '../../src/language/register-language.js';
import {languages} from './languages.js';

/** A language that comes when it is told to. */
export const onDemand = (
  tag: string,
  words: Partial<Language>,
): {come: () => void; fail: () => void; asked: () => number} => {
  const waiting: {come: (language: Language) => void; fail: (error: Error) => void}[] = [];
  let asked = 0;
  registerLanguage(tag, () => {
    asked++;
    return new Promise((come, fail) => waiting.push({come, fail}));
  });
  return {
    come: () => waiting.splice(0).forEach(({come}) => come({...languages['en']!, lang: tag, ...words})),
    fail: () => waiting.splice(0).forEach(({fail}) => fail(new TypeError('network'))),
    asked: () => asked,
  };
};
