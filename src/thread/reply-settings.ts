import type {pickShared} from '../form/shared-properties.js';

/** What the page has set on the conversation, as far as a reply form needs it. */
export type ReplySettings = Parameters<typeof pickShared>[0] & {
  readonly thread: string;
  readonly strings: unknown;
  readonly blockedWords: unknown;
  readonly headers: unknown;
  readonly headingLevel: number;
};
