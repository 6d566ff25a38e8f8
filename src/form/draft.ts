import {localStore, sessionStore} from '../page/storage.js';

/** How a text went out: kept with the draft, so that a retry after a reload is still the same comment. */
export interface Attempt {
  /** The text as it was sent. Changed since, it is another comment. */
  readonly text: string;
  readonly key: string;
  /** Nobody knows whether the server has it. */
  readonly unclear: boolean;
}

/** What a reader has written and no server has accepted yet. Never a name or an e-mail address. */
export interface Draft {
  readonly text: string;
  readonly attempt?: Attempt | undefined;
}

/** A draft that was sent and not accepted: it outlives its tab. `[target, time, draft]` */
export type Unsent = readonly [target: string, time: number, draft: Draft];

export const emptyDraft: Draft = {text: ''};
const unsentTime = 7 * 24 * 60 * 60 * 1000;
const sessionKey = (target: string): string => `taaliq:draft:${target}`;
export const unsentKey = 'taaliq:unsent';

/** Where storage is full or forbidden, a draft still survives a change of thread. */
const memory = new Map<string, Draft>();

const parse = (json: string | null): unknown => {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    // Not written by us, or cut off: as good as nothing.
    return null;
  }
};

const isDraft = (value: unknown): value is Draft =>
  typeof (value as Partial<Draft> | null)?.text === 'string';

/** Whose draft it is: one for each server, conversation and comment that is answered. */
export const draftTarget = (endpoint: string, thread: string, parentId: string): string =>
  JSON.stringify([endpoint, thread, parentId]);

export function readUnsent(): readonly Unsent[] {
  const all = parse(localStore.get(unsentKey));
  if (!Array.isArray(all)) return [];
  return all.filter(
    (one: unknown): one is Unsent =>
      Array.isArray(one) && isDraft(one[2]) && Number(one[1]) > Date.now() - unsentTime,
  );
}

export function readDraft(target: string): Draft {
  const kept = memory.get(target) ?? parse(sessionStore.get(sessionKey(target)));
  if (isDraft(kept)) return kept;
  return readUnsent().find(([of]) => of === target)?.[2] ?? emptyDraft;
}

/** Keeps the draft as long as the tab; an empty one is removed. */
export function writeDraft(target: string, draft: Draft): void {
  memory.delete(target);
  if (!draft.text) sessionStore.remove(sessionKey(target));
  else if (!sessionStore.set(sessionKey(target), JSON.stringify(draft))) memory.set(target, draft);
}
