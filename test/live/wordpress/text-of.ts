/** Text that a reader sees of a comment's HTML, as far as WordPress writes it. */
export const textOf = (html: string): string =>
  html
    .trim()
    .replace(/<br \/>\n/g, '\n')
    .replace(/<\/p>\n<p>/g, '\n\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name: string) => ({lt: '<', gt: '>', quot: '"', amp: '&'})[name] ?? '',
    );
