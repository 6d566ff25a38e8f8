import {keepAlternative} from './keep-alternative.js';
import {allowedAttributes, allowedTags, keepsAttribute} from './rules.js';
import {secureLink} from './secure-link.js';

/** The engine's own sanitizer: not yet in TypeScript's library, nor in every engine. */
interface WithSetHTML {
  setHTML?(html: string, options: {readonly sanitizer: object}): void;
}

/** Elements that go and leave their content, as DOMPurify does with all it does not know. */
const unwrapped =
  'article bdi bdo big button caption center dd details dfn div dl dt figcaption figure font form ' +
  'h1 h2 h3 h4 h5 h6 kbd label main mark nobr picture rp rt ruby samp section small span summary ' +
  'table tbody td tfoot th thead time tr tt u var';

const sanitizer = {
  elements: [
    ...allowedTags.map((name) => ({
      name,
      attributes: allowedAttributes.filter((attribute) => keepsAttribute(name, attribute)),
    })),
    // Without its address, only for its alternative text.
    {name: 'img', attributes: ['alt']},
  ],
  replaceWithChildrenElements: unwrapped.split(' '),
  attributes: [],
  comments: false,
  dataAttributes: false,
};

/** The HTML in an element that is in no page, with nothing in it but what the rules allow. Null: the engine cannot do it. */
export function parseNatively(html: string): Element | null {
  // Proof: the method is looked for before it is used.
  const holder = document.createElement('div') as Element & WithSetHTML;
  if (typeof holder.setHTML !== 'function') return null;
  try {
    holder.setHTML(html, {sanitizer});
  } catch {
    // An early version with other settings.
    return null;
  }
  return holder;
}

/** Does to natively parsed nodes what the hooks do in DOMPurify, for pages that do not allow our policy. */
export function finishNatively(holder: Element): DocumentFragment {
  for (const element of holder.querySelectorAll('*')) {
    if (element.localName === 'img') {
      keepAlternative(element);
      element.remove();
      continue;
    }
    for (const {name, value} of Array.from(element.attributes)) {
      if (!keepsAttribute(element.localName, name, value)) element.removeAttribute(name);
    }
    if (element.localName === 'a') secureLink(element);
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...holder.childNodes);
  return fragment;
}
