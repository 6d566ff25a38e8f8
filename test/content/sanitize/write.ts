/** What nodes look like, for comparing. */
export function write(node: Node): string {
  const holder = document.createElement('div');
  holder.append(node);
  return holder.innerHTML;
}
