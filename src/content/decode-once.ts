const characters: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"'};

/**
 * Text that a server escaped for HTML, as it was. In one pass: `&amp;lt;`
 * becomes `&lt;` and stays so.
 */
export function decodeOnce(escaped: string): string {
  return escaped.replace(/&(amp|lt|gt|quot|#34|#0?39);/g, (_, name: string) => characters[name] ?? "'");
}
