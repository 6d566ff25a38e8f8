import DOMPurify, {type Config} from 'dompurify';
import {keepAlternative} from './keep-alternative.js';
import {trustedPolicy} from './policy.js';
import {allowedAttributes, allowedTags, keepsAttribute} from './rules.js';
import {secureLink} from './secure-link.js';

type Purifier = ReturnType<typeof DOMPurify>;

/**
 * Everything that matters is written out: what is left out here, a polluted
 * `Object.prototype` could supply.
 */
const config = Object.freeze({
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: [...allowedAttributes],
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
  // Not addresses, and our hook judges them: else the pattern above would take them away.
  ADD_URI_SAFE_ATTR: ['datetime', 'dir', 'title'],
  CUSTOM_ELEMENT_HANDLING: {
    tagNameCheck: null,
    attributeNameCheck: null,
    allowCustomizedBuiltInElements: false,
  },
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  SAFE_FOR_XML: true,
  KEEP_CONTENT: true,
  WHOLE_DOCUMENT: false,
  FORBID_TAGS: ['style', 'form', 'template', 'svg', 'math', 'img'],
  FORBID_ATTR: ['style', 'id', 'name', 'class', 'is', 'slot', 'part'],
  // DOMPurify's own list would take the text of a table's head away; what stands in svg and math goes with them.
  FORBID_CONTENTS:
    'audio head iframe math noembed noframes noscript plaintext script style svg template title video xmp'.split(
      ' ',
    ),
  RETURN_DOM_FRAGMENT: true,
} satisfies Config);

let purifier: Purifier | undefined;

/** An instance of our own: hooks and settings of a DOMPurify of the page do not mix with ours. */
function makePurifier(): Purifier {
  const made = DOMPurify(window);
  made.addHook('uponSanitizeElement', (node, {tagName}) => {
    if (tagName === 'img' && node instanceof Element) keepAlternative(node);
  });
  made.addHook('uponSanitizeAttribute', (element, attribute) => {
    if (!keepsAttribute(element.localName, attribute.attrName, attribute.attrValue))
      attribute.keepAttr = false;
  });
  made.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName === 'a') secureLink(element);
  });
  return made;
}

/** The HTML or nodes made safe, or null when this engine or the page's security policy does not allow it. */
export function purify(dirty: string | Node): DocumentFragment | null {
  const policy = trustedPolicy();
  purifier ??= makePurifier();
  if (!purifier.isSupported || policy === false) return null;
  // Null keeps DOMPurify from making a policy of its own.
  return purifier.sanitize(dirty, {...config, TRUSTED_TYPES_POLICY: policy});
}
