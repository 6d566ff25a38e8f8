/** What means one thing to one parser and another to the next, or hides a thing from who looks. */
const image = '<img src=x onerror=canary()>';

/** Elements whose content some parsers take for text. */
const rawText = 'iframe noembed noframes noscript plaintext script style textarea title xmp'.split(' ');

/** Names that a form would answer to instead of its own. */
const clobbered =
  'attributes nodeName nodeType parentNode childNodes firstChild children removeChild removeAttribute ' +
  'removeAttributeNode setAttribute getAttributeNode hasChildNodes insertBefore namespaceURI textContent ' +
  'innerHTML content ownerDocument nextSibling cloneNode contains remove shadowRoot localName';

export const structure: readonly string[] = [
  ...rawText.map((tag) => `<${tag}><p title="</${tag}>${image}">x</p></${tag}>`),
  ...rawText.map((tag) => `<svg><${tag}><a id="</${tag}>${image}">x`),
  ...rawText.map((tag) => `<math><mtext><${tag}><!--</${tag}>${image}-->`),
  ...rawText.map((tag) => `<p>a<${tag}>b</p>${image}`),
  ...rawText.map((tag) => `<a title="</${tag}>${image}" href="https://example.com/</${tag}>">x</a>`),
  // Borders between HTML, SVG and MathML.
  ...['annotation-xml encoding=text/html', 'mi', 'mo', 'mn', 'ms', 'mtext', 'maligngroup', 'mglyph'].map(
    (tag) => `<math><${tag}><svg><style>${image}</style></svg><table><mglyph><style><!--</style>${image}`,
  ),
  ...['desc', 'title', 'foreignObject', 'style', 'g', 'p'].map(
    (tag) =>
      `<svg><${tag}><math><mi><style>${image}</style></math><svg></p><style><g title="</style>${image}">`,
  ),
  `<svg></br><style><b title="</style>${image}">`,
  `<math></p><style><!--</style>${image}-->`,
  `<svg><![CDATA[</svg>${image}]]>`,
  `<svg><desc><![CDATA[</desc>${image}]]></svg>`,
  `<svg><script>/*</script>${image}*/`,
  `<svg xmlns:x="http://www.w3.org/1999/xhtml"><x:script>canary()</x:script></svg>`,
  `<html:script xmlns:html="http://www.w3.org/1999/xhtml">canary()</html:script>`,
  `<svg><xhtml:img src=x onerror=canary()></svg>`,
  // Tables, forms, lists and selects move what does not belong in them.
  `<table><b>x<tr><td>y</td>${image}</tr></b></table>`,
  `<table><tr><td><table><svg><style></td></tr></table>${image}`,
  `<table><colgroup><template><style></table>${image}</style></template></colgroup></table>`,
  `<table><input type=hidden onfocus=canary()><form onsubmit=canary()><input name=attributes></form></table>`,
  `<form><div></form><form><math><mtext></form><form><mglyph><style></math>${image}`,
  `<form id=a><table><form id=b></table></form><input name=parentNode form=a>${image}</form>`,
  `<select><svg><style>${image}</style></svg></select>`,
  `<select><option><math><style></select>${image}`,
  `<select><selectedcontent>${image}</selectedcontent><button>${image}</button><option>x</select>`,
  `<select multiple><hr><template>${image}</template></select>`,
  `<option><style></option></select><b>${image}</style></option>`,
  `<button><button>${image}</button></button><a href=#><a href=javascript:canary()>x</a></a>`,
  `<nobr><nobr><p>${image}</nobr><h1><h2>x</h1>`,
  `<ruby><rt><table><rt></ruby>${image}`,
  `<b><p><i></b>x</p>${image}</i>`,
  `<a><table><a><td>${image}</a></table></a>`,
  `<frameset></frameset>${image}<noframes>${image}`,
  `</body></html>${image}<body onload=canary()>`,
  `<head><base href=/canary/></head><body>x`,
  `<image><input><isindex prompt=x action=/canary><listing>&lt;img src=x onerror=canary()&gt;</listing>`,
  `<details><summary>${image}<details open ontoggle=canary()>`,
  // Comments, instructions and half of a tag.
  `<!-->${image}-->`,
  `<!--->${image}-->`,
  `<!-- --!>${image}-->`,
  `<!-- <!-- -->${image}-->`,
  `<!--[if IE]>${image}<![endif]-->`,
  `<!doctype html [<!ENTITY x "${image}">]>&x;`,
  `<?xml version="1.0"?>${image}`,
  `<?php echo '${image}'; ?>`,
  `<?img ><img src onerror=canary()>?>`,
  `<svg><?img ><img src onerror=canary()>?></svg>`,
  `</ ${image}>`,
  `</p/${image}>`,
  `<![CDATA[>${image}]]>`,
  `<% ${image} %>`,
  `<p title=x/>${image}`,
  `<p "<'${image}>`,
  `<img src=x onerror=canary()`,
  `<a title='x">${image}' title="y'>${image}">z</a>`,
  `<\u0000script>canary()</script>`,
  `<img\u00a0src=x onerror=canary()>`,
  `&lt;img src=x onerror=canary()&gt;`,
  `&amp;lt;script&amp;gt;canary()&amp;lt;/script&amp;gt;`,
  `\u003cscript\u003ecanary()\u003c/script\u003e`,
  '+ADw-script+AD4-canary()+ADw-/script+AD4-',
  '\u001b$B<img src=x onerror=canary()>\u001b(B',
  // Nested to the limit of parsers, at which they begin to rearrange.
  ...[198, 250, 506, 511, 512, 600].map(
    (depth) =>
      `${'<div>'.repeat(depth)}<table><caption><svg><title><table><caption></caption><style><a title="</style>${image}">`,
  ),
  `${'<form><h1></form><table><nobr></form></nobr></form></table></h1></form>'.repeat(300)}${image}`,
  `${'<svg><foreignObject>'.repeat(90)}<style>${image}</style>`,
  `${'<a href="https://example.com/">'.repeat(400)}x${image}`,
  `${'<b><i>'.repeat(100)}<p>${'</b></i>'.repeat(100)}${image}`,
  // Names that stand before the real ones.
  ...clobbered
    .split(' ')
    .map((name) => `<form onclick=canary()><input name=${name} onfocus=canary() autofocus>${image}</form>`),
  `<form><input name=attributes><input name=attributes>${image}</form>`,
  `<form id=x></form><button form=x name=nodeName autofocus onfocus=canary()>y</button>`,
  `<img name=getElementById src=x><img name=createElement><img name=implementation><img name=cookie>`,
  `<a id=location href=javascript:canary()>x</a><a id=taaliq></a><a id=trustedTypes name=createPolicy></a>`,
  `<form id=process><input name=env></form><form name=currentScript><input name=src value=/canary.js></form>`,
  `<a id=customElements></a><a id=customElements name=define href=javascript:canary()>x</a>`,
  `<p id=__proto__ name=constructor class=prototype>x</p>`,
  `<iframe name=self srcdoc="<a id=alert href=javascript:canary()>"></iframe>`,
  // Trees inside of trees.
  `<div><template shadowrootmode=open>${image}</template></div>`,
  `<p><template shadowrootmode=closed shadowrootdelegatesfocus shadowrootserializable>${image}</template></p>`,
  `<taaliq-form><template shadowrootmode=open>${image}</template></taaliq-form>`,
  `<template><template>${image}</template></template>`,
  `<template><s><template shadowrootmode=open><s>${image}</s></template></s></template>`,
  `<svg><template>${image}</template></svg><math><template>${image}</template></math>`,
  // Updates of a page that stand in its own text.
  `<?marker name=x?><template for=x>${image}</template>`,
  `<?start name=x?>y<?end?><template for=x>${image}</template>`,
  `<p marker=x>y</p><template for=x>${image}</template>`,
  `<template for=root>${image}</template><template for="" patchsrc=/canary></template>`,
  `<script type=text/html><template for=x>${image}</template></script>`,
];
