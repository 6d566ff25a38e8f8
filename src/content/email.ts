import {limits} from './limits.js';

/**
 * Whether a cleaned text can be an e-mail address. Letters of any script are
 * allowed on both sides; `validity.typeMismatch` is not asked because engines
 * disagree on such addresses.
 */
export function isEmail(text: string): boolean {
  if (text.length > 2 * limits.email || [...text].length > limits.email) return false;
  if (/[\s\p{Cc},;،؛()[\]{}<>"“”„«»‘’`\\]/u.test(text)) return false;
  const [local, domain, more] = text.split('@');
  if (!local || !domain || more !== undefined) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every(Boolean);
}
