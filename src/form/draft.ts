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
  /** Milliseconds since 1970 after which a draft that outlives its tab is forgotten. */
  readonly until?: number;
}

/** One draft for each server, conversation and comment that is answered. */
export const draftKey = (endpoint: string, thread: string, parentId: string): string =>
  `taaliq:draft:${JSON.stringify([endpoint, thread, parentId])}`;

/** What was kept as JSON. A page's own scripts may have changed it: nothing about it is sure. */
export function parseKept(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    // Cut off, or not ours: as good as nothing.
    return null;
  }
}

// Proof: only asked whether it has a text.
const isDraft = (value: unknown): value is Draft =>
  typeof (value as Partial<Draft> | null)?.text === 'string';

/** The draft of this tab, or else one that was sent and not accepted. */
export function readDraft(key: string): Draft {
  const kept = parseKept(sessionStore.get(key) ?? localStore.get(key));
  return isDraft(kept) && !(Number(kept.until) < Date.now()) ? kept : {text: ''};
}

/** Keeps the draft as long as the tab. */
export const writeDraft = (key: string, draft: Draft): boolean =>
  sessionStore.set(key, JSON.stringify(draft));
