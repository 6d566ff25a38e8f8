/** What `Intl`'s formatters have in common. */
interface FormatterClass<Formatter, Options> {
  readonly name: string;
  new (tags: readonly string[], options?: Options): Formatter;
}

/** Enough for a page in a few languages; a page that makes more starts anew. */
const bound = 40;

const cache = new Map<string, unknown>();

/**
 * One of `Intl`'s formatters: making one takes far longer than using it.
 * The engine takes the first of `tags` that it knows; without a last one that
 * every engine knows it would take the visitor's own language (RTL.md N2).
 */
export function formatter<Formatter, Options>(
  kind: FormatterClass<Formatter, Options>,
  tags: readonly string[],
  options?: Options,
): Formatter {
  const key = `${kind.name} ${tags} ${JSON.stringify(options)}`;
  let made = cache.get(key);
  if (!made) {
    if (cache.size >= bound) cache.clear();
    made = new kind(tags, options);
    cache.set(key, made);
  }
  // Proof: the key begins with the name of the class.
  return made as Formatter;
}
