/** Where the next page of a list begins. A cursor that comes a second time would go round for ever: it ends the list. */
export class Paging {
  readonly #seen = new Set<string>();
  cursor: string | null = null;

  follow(cursor: string | null): void {
    this.cursor = cursor === null || this.#seen.has(cursor) ? null : cursor;
    if (cursor !== null) this.#seen.add(cursor);
  }
}
