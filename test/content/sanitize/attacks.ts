import {addresses} from './attacks/addresses.js';
import {handlers} from './attacks/handlers.js';
import {published} from './attacks/published.js';
import {requests} from './attacks/requests.js';
import {structure} from './attacks/structure.js';

/**
 * What attackers write. `canary()` must never run, and nothing may ever be
 * asked for whose address holds `canary`.
 */
const first: readonly string[] = [
  // Plain
  '<script>canary()</script>',
  '<script src="/canary.js"></script>',
  '<img src=x onerror=canary()>',
  '<img src="/canary.png" srcset="/canary2.png 2x">',
  '<image src="/canary.png" onerror=canary()>',
  '<body onload=canary()>',
  '<p onclick=canary() onmouseover=canary() onfocus=canary() tabindex=0 autofocus>x</p>',
  '<input autofocus onfocus=canary()>',
  '<details open ontoggle=canary()>x</details>',
  '<video src=/canary.mp4 poster=/canary.png onerror=canary() autoplay></video>',
  '<audio src=/canary.mp3 onerror=canary()></audio>',
  '<iframe src="javascript:parent.canary()"></iframe>',
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  '<object data="javascript:canary()"></object><embed src="/canary.swf">',
  '<link rel=stylesheet href=/canary.css><link rel=prefetch href=/canary>',
  '<style>@import "/canary.css"; * {background: url(/canary.png)}</style>',
  '<p style="background:url(/canary.png);position:fixed;inset:0">x</p>',
  '<meta http-equiv=refresh content="0;url=/canary"><base href=/canary/>',
  '<table background=/canary.png><tr><td background=/canary.png>x</table>',
  '<marquee onstart=canary()>x</marquee>',
  '<button popovertarget=p onbeforetoggle=canary()>x</button><div popover id=p ontoggle=canary()>y</div>',
  '<p onanimationstart=canary() style="animation:spin 1s">x</p>',
  '<p oncontentvisibilityautostatechange=canary() style=content-visibility:auto>x</p>',
  // Addresses
  '<a href="javascript:canary()">x</a>',
  '<a href="java&#x09;script:canary()">x</a>',
  '<a href="&#1;javascript:canary()">x</a>',
  '<a href=" javascript&colon;canary()">x</a>',
  '<a href="data:text/html,<script>canary()</script>">x</a>',
  '<a href="https://example.com/" ping="/canary" attributionsrc="/canary" download>x</a>',
  '<a href="https://example.com/" target=_self rel=opener referrerpolicy=unsafe-url>x</a>',
  '<q cite="javascript:canary()">x</q><blockquote cite="/canary">x</blockquote>',
  '<ins cite="/canary" datetime=2026>x</ins>',
  // Namespaces
  '<svg onload=canary()></svg>',
  '<svg><script>canary()</script></svg>',
  '<svg><animate onbegin=canary() attributeName=x dur=1s></svg>',
  '<svg><a xlink:href="javascript:canary()"><text>x</text></a></svg>',
  '<svg><image href="/canary.png"></image><use href="/canary.svg#x"></use></svg>',
  '<svg><style><img src=x onerror=canary()></style></svg>',
  '<svg><foreignObject><img src=x onerror=canary()></foreignObject></svg>',
  '<svg></p><style><a id="</style><img src=1 onerror=canary()>">',
  '<svg><desc><template><style><a title="</style><img src onerror=canary()>"></template></desc></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=canary()&gt;">',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=canary()></style></annotation-xml></math>',
  '<math><mi><mglyph><svg><mtext><style><path id="</style><img onerror=canary() src>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=canary()>',
  '<math href="javascript:canary()">x</math>',
  // Mutation
  '<noscript><p title="</noscript><img src=x onerror=canary()>"></noscript>',
  '<textarea><p title="</textarea><img src=x onerror=canary()>"></textarea>',
  '<title><p title="</title><img src=x onerror=canary()>"></title>',
  '<xmp><p title="</xmp><img src=x onerror=canary()>"></xmp>',
  '<noembed><p title="</noembed><img src=x onerror=canary()>"></noembed>',
  '<iframe><p title="</iframe><img src=x onerror=canary()>"></iframe>',
  '<plaintext><p title="</plaintext><img src=x onerror=canary()>">',
  '<a title="</style></xmp></noscript></template></iframe><img src=x onerror=canary()>">x</a>',
  '<abbr title="--><img src=x onerror=canary()>">x</abbr>',
  '<!--><img src=x onerror=canary()>-->',
  '<!-- --!><img src=x onerror=canary()>',
  '<?xml version="1.0"?><img src=x onerror=canary()>',
  '<![CDATA[<img src=x onerror=canary()>]]>',
  '<select><template><option><style></select><img src=x onerror=canary()>',
  '<select><option><p title="</select><img src=x onerror=canary()>">',
  '<table><caption><svg><title><table><style><img src=x onerror=canary()></style>',
  '<table><tr><td><form></td></tr><form><img src=x onerror=canary()></form></table>',
  '<p><table><a href="javascript:canary()"><tr></a>x</table>',
  `${'<b>'.repeat(600)}<svg><style><img src=x onerror=canary()>`,
  `${'<div>'.repeat(510)}<table><caption><form><caption><form><style><img src=x onerror=canary()></style>`,
  // Clobbering
  '<form><input name=attributes><input name=nodeName><img src=x onerror=canary()></form>',
  '<form onclick=canary()><input name=removeAttribute><input name=parentNode></form>',
  '<form id=a><input form=a name=childNodes onfocus=canary() autofocus></form>',
  '<a id=taaliq name=currentScript href="https://example.com/">x</a><img name=getElementById>',
  '<p id=__proto__>x</p><p name=constructor>y</p>',
  // Components and shadow trees
  '<div><template shadowrootmode=open><img src=x onerror=canary()></template></div>',
  '<p><template shadowrootmode=closed><script>canary()</script></template></p>',
  '<template><img src=x onerror=canary()></template>',
  '<x-canary onfocus=canary() tabindex=0 autofocus>x</x-canary>',
  '<p is=x-canary>x</p><p slot=x part=y>x</p>',
  '<template for=x><img src=x onerror=canary()></template><?start name=x?><?end?>',
  '<p patchsrc=/canary>x</p>',
  '<frameset onload=canary()><frame src=/canary></frameset>',
  '<portal src=/canary></portal><fencedframe src=/canary></fencedframe>',
];

export const attacks: readonly string[] = [
  ...new Set([...first, ...handlers, ...requests, ...addresses, ...structure, ...published]),
];
