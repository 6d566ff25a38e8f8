/**
 * A value for a place without markup: it cannot turn what stands beside it
 * (RTL.md B6). Marks inside it that would end the isolate early are dropped.
 */
export function isolate(value: string): string {
  let open = 0;
  const inner = value.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark !== '\u2069') open++;
    else if (open) open--;
    else return '';
    return mark;
  });
  return `\u2068${inner}${'\u2069'.repeat(open + 1)}`;
}
