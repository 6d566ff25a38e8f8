/** Words that the site's rules forbid. Matched whole, the way people write them (`content/fold.ts`). */
export interface BlockedWords {
  readonly words: readonly string[];
  /** `advise`: the reader is told once and may send all the same; `refuse`: the comment is not sent. */
  readonly action: 'advise' | 'refuse';
}
