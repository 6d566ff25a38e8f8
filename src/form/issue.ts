import type {MessageKey, PluralKey} from '../language/messages.js';

/** What can be wrong, as a closed list. Each is said by the message of its name. */
export type IssueCode = Extract<
  MessageKey | PluralKey,
  `error${string}` | 'adviceBlockedWordsList' | 'notConfigured' | 'offline'
>;

/** Something that keeps a comment from being sent. */
export interface Issue {
  /** Id of the control it belongs to, or null. */
  readonly field: string | null;
  readonly code: IssueCode;
  /** A limit in characters, for the codes that have one. */
  readonly count?: number;
  /** Words found, as they stand in the text. */
  readonly words?: readonly string[];
  /** Seconds until it may be tried again. */
  readonly wait?: number;
}
