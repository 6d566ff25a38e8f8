/** Reads the part of PostgREST's query language that can stand in a request of the adapter. Refuses the rest. */

export type Operator = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';

export type Condition =
  | {readonly kind: 'compare'; readonly column: string; readonly operator: Operator; readonly value: string}
  | {readonly kind: 'in'; readonly column: string; readonly values: readonly string[]}
  | {readonly kind: 'is'; readonly column: string; readonly value: 'null' | 'true' | 'false'}
  | {readonly kind: 'or' | 'and'; readonly of: readonly Condition[]};

export interface Query {
  /** Empty: every column. */
  readonly select: readonly {readonly name: string; readonly column: string}[];
  readonly where: readonly Condition[];
  readonly order: readonly {readonly column: string; readonly descending: boolean}[];
  readonly limit: number;
}

const operators: readonly string[] = ['eq', 'gt', 'gte', 'lt', 'lte'];
const isOperator = (word: string): word is Operator => operators.includes(word);

/** Walks over a text from its start. */
class Walk {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(pattern: RegExp): string | null {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  need(pattern: RegExp): string {
    const found = this.take(pattern);
    if (found === null) throw new Error(`${pattern} was expected at ${this.#at} in ${this.#text}`);
    return found;
  }

  /** A quoted value, or one that ends where the list goes on. */
  value(): string {
    const quoted = this.take(/"(?:[^"\\]|\\.)*"/s);
    return quoted === null ? this.need(/[^,()"]+/) : quoted.slice(1, -1).replace(/\\(.)/gs, '$1');
  }

  list<Item>(read: () => Item): readonly Item[] {
    this.need(/\(/);
    const items = [read()];
    while (this.take(/,/) !== null) items.push(read());
    this.need(/\)/);
    return items;
  }

  end(): void {
    this.need(/$/);
  }
}

function readOperation(walk: Walk, column: string, rest: () => string): Condition {
  const word = walk.need(/\w+\b/);
  if (word === 'in') {
    walk.need(/\./);
    return {kind: 'in', column, values: walk.list(() => walk.value())};
  }
  walk.need(/\./);
  const value = rest();
  if (word === 'is' && (value === 'null' || value === 'true' || value === 'false'))
    return {kind: 'is', column, value};
  if (!isOperator(word)) throw new Error(`failed to parse filter (${word})`);
  return {kind: 'compare', column, operator: word, value};
}

function readLogic(walk: Walk): Condition {
  const kind = walk.take(/(?:or|and)(?=\()/);
  if (kind === 'or' || kind === 'and') return {kind, of: walk.list(() => readLogic(walk))};
  const column = walk.need(/\w+/);
  walk.need(/\./);
  return readOperation(walk, column, () => walk.value());
}

function readFilter(name: string, value: string): Condition {
  const walk = new Walk(value);
  const found =
    name === 'or' || name === 'and'
      ? ({kind: name, of: walk.list(() => readLogic(walk))} as const)
      : // A value that stands alone needs no quotes, and has none.
        readOperation(walk, name, () => walk.take(/.*/s) ?? '');
  walk.end();
  return found;
}

export function readQuery(search: string): Query {
  const params = [...new URLSearchParams(search)];
  const one = (name: string): string => params.find(([key]) => key === name)?.[1] ?? '';
  const reserved = ['select', 'order', 'limit'];
  return {
    select: one('select')
      .split(',')
      .filter(Boolean)
      .map((item) => {
        const [, name, column] = /^(\w+):(\w+)$/.exec(item) ?? [null, item, item];
        if (!name || !column || !/^\w+$/.test(column))
          throw new Error(`failed to parse select parameter (${item})`);
        return {name, column};
      }),
    where: params
      .filter(([name]) => !reserved.includes(name))
      .map(([name, value]) => readFilter(name, value)),
    order: one('order')
      .split(',')
      .filter(Boolean)
      .map((item) => {
        const [, column = '', way] = /^(\w+)\.(asc|desc)$/.exec(item) ?? [];
        if (!column) throw new Error(`failed to parse order (${item})`);
        return {column, descending: way === 'desc'};
      }),
    limit: one('limit') ? Number(one('limit')) : Infinity,
  };
}
