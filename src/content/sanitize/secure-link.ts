import {linkAttributes} from '../link-attributes.js';
import {safeLink} from '../link.js';

/** Leaves a link that is safe to follow, or takes its address away: then it stays as text. */
export function secureLink(link: Element): void {
  const href = safeLink(link.getAttribute('href') ?? '', {mail: true});
  if (!href) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('href', href);
  for (const [name, value] of Object.entries(linkAttributes)) link.setAttribute(name, value);
}
