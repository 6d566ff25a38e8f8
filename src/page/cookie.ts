/** The value of a cookie that scripts of this page may read, as it is now, or null. */
export function readCookie(name: string): string | null {
  let cookies: unknown;
  try {
    // By its own getter: an element named "cookie" would shadow the property.
    cookies = Reflect.get(Document.prototype, 'cookie', document);
  } catch {
    // Pages in a sandbox have none.
    return null;
  }
  const pair = String(cookies)
    .split(/; */)
    .find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? null;
}
