import {localStore} from '../page/storage.js';
import type {FieldName} from './fields.js';

/** Name, e-mail and website that the reader asked this device to keep. */
export type Remembered = Readonly<Partial<Record<FieldName, string>>>;

export const rememberedKey = 'taaliq:reader';
/** Version of the rules that the reader accepted. */
export const acceptedRulesKey = 'taaliq:rules';

/** Null when the reader has not asked for it. */
export function readRemembered(): Remembered | null {
  try {
    const kept: unknown = JSON.parse(localStore.get(rememberedKey) ?? 'null');
    if (typeof kept !== 'object' || !kept) return null;
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'));
  } catch {
    // Not written by us: as good as nothing.
    return null;
  }
}
