/** What WordPress allows in comments, and what its filters and the Markdown engines add. */
export const allowedTags: readonly string[] =
  'a abbr acronym b blockquote cite code del em i q s strike strong p br ul ol li pre ins sub sup hr'.split(
    ' ',
  );

export const allowedAttributes: readonly string[] = ['href', 'title', 'datetime', 'dir'];

const tagsWith = new Map<string, readonly string[]>([
  ['href', ['a']],
  ['title', ['a', 'abbr', 'acronym']],
  ['datetime', ['del', 'ins']],
  ['dir', allowedTags],
]);

/** Whether an attribute may stay on an element of that name. The value of `href` is judged by `secureLink`. */
export function keepsAttribute(tag: string, name: string, value = 'rtl'): boolean {
  return !!tagsWith.get(name)?.includes(tag) && (name !== 'dir' || value === 'rtl' || value === 'ltr');
}
