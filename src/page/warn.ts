const said = new Set<string>();

/** Tells the site's developer what to change, once for each message however many elements say it. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`Taaliq: ${message}`);
}
