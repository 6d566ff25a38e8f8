/** Far deeper than what is shown, far from the 512 levels at which parsers begin to rearrange (and one engine to crash). */
const deepest = 200;

/** Never has itself within itself, or no content at all: need not be closed. */
const shallow = /^(?:p|li|br|hr|img|wbr|input|td|th|tr|dd|dt|option)$/;

/**
 * Cuts HTML before a parser sees it, where more elements are open than any
 * honest comment opens. Counts too many rather than too few: a closing tag only
 * counts for the element that was opened last.
 */
export function cutDeep(html: string): string {
  const open: string[] = [];
  for (const {index, 1: closing, 2: written = ''} of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    const tag = written.toLowerCase();
    if (shallow.test(tag)) continue;
    if (closing) {
      if (open.at(-1) === tag) open.pop();
    } else if (open.push(tag) > deepest) return html.slice(0, index);
  }
  return html;
}
