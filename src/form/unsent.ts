import {localStore, sessionStore} from '../page/storage.js';
import {limits} from '../content/limits.js';
import {parseKept, readDraft, writeDraft, type Draft} from './draft.js';

/** Which drafts outlive their tabs: those that were sent and not accepted. */
const listKey = 'taaliq:unsent';
const longest = 7 * 24 * 60 * 60 * 1000;

/** Where storage is full or forbidden, a draft still survives a change of conversation. */
const inMemory = new Map<string, Draft>();

function listed(): readonly string[] {
  const kept = parseKept(localStore.get(listKey));
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
}

const isOver = (key: string): boolean => {
  // Proof: whatever it is, only a number of the future counts.
  const draft = parseKept(localStore.get(key)) as Partial<Draft> | null;
  return !(Number(draft?.until) > Date.now());
};

function list(keys: readonly string[]): void {
  if (keys.length) localStore.set(listKey, JSON.stringify(keys));
  else localStore.remove(listKey);
}

/** Removes what has been kept for longer than seven days. */
export function forgetOldDrafts(): void {
  const keys = listed();
  const old = keys.filter(isOver);
  if (!old.length) return;
  for (const key of old) localStore.remove(key);
  list(keys.filter((key) => !old.includes(key)));
}

/** Keeps a draft as long as its tab and, once it was sent, beyond it. */
export function keepDraft(key: string, draft: Draft): void {
  inMemory.delete(key);
  if (!draft.text) return forgetDraft(key);
  const record = {...draft, until: Date.now() + longest};
  const small = JSON.stringify(record).length <= limits.draft;
  if (!small || !writeDraft(key, draft)) inMemory.set(key, draft);
  if (!draft.attempt || !small || !localStore.set(key, JSON.stringify(record))) return;
  if (!listed().includes(key)) list([...listed(), key]);
}

export function forgetDraft(key: string): void {
  inMemory.delete(key);
  sessionStore.remove(key);
  localStore.remove(key);
  const keys = listed();
  if (keys.includes(key)) list(keys.filter((other) => other !== key));
}

/** The draft as it was last kept, by whatever could keep it. */
export const recallDraft = (key: string): Draft => inMemory.get(key) ?? readDraft(key);
