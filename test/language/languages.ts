import {arForm} from '../../src/language/ar-form.js';
import {ar} from '../../src/language/ar.js';
import {ckb} from '../../src/language/ckb.js';
import {en} from '../../src/language/en.js';
import {fa} from '../../src/language/fa.js';
import {fr} from '../../src/language/fr.js';
import {he} from '../../src/language/he.js';
import type {Language} from '../../src/language/messages.js';
import {ps} from '../../src/language/ps.js';
import {tr} from '../../src/language/tr.js';
import {ug} from '../../src/language/ug.js';
import {ur} from '../../src/language/ur.js';

/** Every language of the package, whole. */
export const languages: Readonly<Record<string, Language>> = {
  ar: {...arForm, ...ar},
  fa,
  he,
  ur,
  ckb,
  ps,
  ug,
  en,
  fr,
  tr,
};
