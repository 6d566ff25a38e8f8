import {safeLink} from './link.js';

export function toWebsite(typed: string): string | null {
  return safeLink(/^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`);
}
