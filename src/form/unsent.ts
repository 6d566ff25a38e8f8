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

// Proof: whatever it is, only a number of the future and a key that fits count.
const recordAt = (key: string): Partial<Draft> | null =>
  parseKept(localStore.get(key)) as Partial<Draft> | null;

const isOver = (key: string): boolean => !(Number(recordAt(key)?.until) > Date.now());

function list(keys: readonly string[]): void {
  if (keys.length) localStore.set(listKey, JSON.stringify(keys));
  else localStore.remove(listKey);
}

/** Where another comment of the same place is kept: written in another tab, and not accepted either. */
const asideKey = (key: string, attempt: string): string => `${key} ${attempt}`;

function put(key: string, json: string): void {
  if (localStore.set(key, json) && !listed().includes(key)) list([...listed(), key]);
}

function drop(key: string): void {
  localStore.remove(key);
  const keys = listed();
  if (keys.includes(key)) list(keys.filter((other) => other !== key));
}

/** Removes what has been kept for longer than seven days, and brings back what had to make room. */
export function forgetOldDrafts(): void {
  for (const key of listed().filter(isOver)) drop(key);
  for (const aside of listed()) {
    const key = aside.slice(0, aside.lastIndexOf(']') + 1);
    const json = localStore.get(aside);
    if (key === aside || json === null || localStore.get(key) !== null) continue;
    put(key, json);
    drop(aside);
  }
}

/** Keeps a draft as long as its tab and, once it was sent, beyond it. */
export function keepDraft(key: string, draft: Draft): void {
  inMemory.delete(key);
  const {text, attempt} = draft;
  if (!text) return forgetDraft(key, attempt?.key);
  const record = JSON.stringify({...draft, until: Date.now() + longest});
  const small = record.length <= limits.draft;
  if (!small) sessionStore.remove(key);
  if (!small || !writeDraft(key, draft)) inMemory.set(key, draft);
  if (!attempt || !small) return;
  const there = recordAt(key);
  const other = there?.attempt?.key;
  if (other && other !== attempt.key && there.text !== text) put(asideKey(key, other), JSON.stringify(there));
  drop(asideKey(key, attempt.key));
  put(key, record);
}

/** With the key of an attempt, what another tab keeps of another comment stays. */
export function forgetDraft(key: string, attempt?: string): void {
  inMemory.delete(key);
  sessionStore.remove(key);
  const there = recordAt(key)?.attempt?.key;
  drop(attempt && there && there !== attempt ? asideKey(key, attempt) : key);
}

/** The draft as it was last kept, by whatever could keep it. */
export const recallDraft = (key: string): Draft => inMemory.get(key) ?? readDraft(key);
