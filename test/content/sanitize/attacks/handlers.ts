/** What runs by itself, or as soon as a reader moves. */
const events =
  'abort animationend animationstart animationiteration auxclick beforecopy beforeinput beforematch beforetoggle ' +
  'blur cancel canplay change click close command contentvisibilityautostatechange contextmenu copy cut dblclick ' +
  'drag dragstart drop ended error focus focusin focusout formdata gotpointercapture input invalid keydown keyup ' +
  'load loadend mousedown mouseenter mousemove mouseout mouseover mouseup paste pointerdown pointerenter ' +
  'pointermove pointerover pointerrawupdate scroll scrollend scrollsnapchange search select selectionchange ' +
  'selectstart show slotchange submit toggle touchstart transitionend transitionrun transitionstart unload ' +
  'webkitanimationstart webkittransitionend wheel';

export const handlers: readonly string[] = [
  // Twelve to an element: enough elements of every kind.
  ...Array.from({length: 7}, (_, group) => {
    const own = events.split(' ').slice(group * 12, group * 12 + 12);
    const tag = ['p', 'a', 'b', 'blockquote', 'li', 'ins', 'code'][group] ?? 'p';
    return `<${tag} tabindex=0 contenteditable ${own.map((name) => `on${name}=canary()`).join(' ')}>x</${tag}>`;
  }),
  '<script>canary()</script>',
  '<SCRIPT\n>canary()</SCRIPT\n>',
  '<script/x>canary()</script/x>',
  '<scr<script>ipt>canary()</scr</script>ipt>',
  '<<script>canary()//<</script>',
  '<script type=module>canary()</script>',
  '<script async>canary()</script><script nomodule>canary()</script>',
  '<script\u0000>canary()</script>',
  '<img src=x onerror=canary()>',
  '<img src=x onerror="canary()" alt="x">',
  '<img/src=x/onerror=canary()>',
  '<img src=x onerror\u000c=canary()>',
  '<img src=x:x onerror&#61;canary() onerror=canary()>',
  '<img """><script>canary()</script>">',
  '<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw= onload=canary()>',
  '<IMG SRC=x ONERROR=canary()>',
  '<input autofocus onfocus=canary()>',
  '<textarea autofocus onfocus=canary()></textarea>',
  '<select autofocus onfocus=canary()><option>x</select>',
  '<button autofocus onfocus=canary()>x</button>',
  '<keygen autofocus onfocus=canary()><isindex autofocus onfocus=canary()>',
  '<details open ontoggle=canary()><summary>x</summary>y</details>',
  '<dialog open onclose=canary() oncancel=canary()>x</dialog>',
  '<div popover=manual id=p ontoggle=canary()>x</div><button popovertarget=p autofocus>y</button>',
  '<marquee onstart=canary() onbounce=canary() width=1>x</marquee>',
  '<body onload=canary() onpageshow=canary() onhashchange=canary() onmessage=canary()>x</body>',
  '<html onload=canary()><head onload=canary()>',
  '<frameset onload=canary()></frameset>',
  '<svg onload=canary()>',
  '<svg/onload=canary()>',
  '<svg><animate onbegin=canary() attributeName=x dur=1s />',
  '<svg><set onbegin=canary() attributeName=x to=y />',
  '<svg><animate attributeName=href values=javascript:canary() /><a id=x><text>x</text></a></svg>',
  '<svg><a><set attributeName=href to=javascript:canary() /><text>x</text></a></svg>',
  '<svg><a><animate attributeName=xlink:href from=javascript:canary() to=x /><text>x</text></a></svg>',
  '<svg><discard onbegin=canary() /><animateMotion onend=canary() dur=1ms />',
  '<math><mi onclick=canary() href=javascript:canary()>x</mi></math>',
  '<math><maction actiontype="statusline" xlink:href="javascript:canary()">x</maction></math>',
  '<video onloadstart=canary() src=data:,></video><audio onloadstart=canary() src=data:,></audio>',
  '<video><source onerror=canary() src=x></video>',
  '<object onerror=canary() data=x></object><embed onload=canary() src=data:,>',
  '<iframe onload=canary()></iframe>',
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  '<iframe srcdoc="&lt;img src=x onerror=parent.canary()&gt;" sandbox="allow-scripts allow-same-origin"></iframe>',
  '<link rel=stylesheet href=data:text/css, onload=canary()>',
  '<style onload=canary()>x{}</style>',
  '<p style="animation:spin 1ms" onanimationend=canary()>x</p>',
  '<p style="width:expression(canary());behavior:url(#default#time2)">x</p>',
  '<p style="-moz-binding:url(data:text/xml,canary())">x</p>',
  '<xss onclick=canary() autofocus tabindex=1 onfocus=canary()>x</xss>',
  '<p accesskey=x onclick=canary()>x</p>',
  '<p is=x-canary onfocus=canary() tabindex=0 autofocus>x</p>',
  '<button is=x-canary>x</button><a is=taaliq-form href=https://example.com/>y</a>',
  '<taaliq-comments endpoint=/canary></taaliq-comments>',
  '<taaliq-form endpoint=/canary></taaliq-form><taaliq-thread endpoint=/canary></taaliq-thread>',
  '<taaliq-count endpoint=/canary thread=x></taaliq-count>',
  '<x-canary><slot name=x onslotchange=canary()></slot></x-canary>',
  '<slot onslotchange=canary()>x</slot><p slot=footer part=submit exportparts=submit>y</p>',
  '<p data-do=report data-says=x data-on=canary() @click=canary() .innerHTML=x ?hidden=y>z</p>',
  '<p hidden inert aria-hidden=true role=alert aria-live=assertive>x</p>',
  '{{constructor.constructor("canary()")()}}',
  '${canary()} <%= canary() %> #{canary()} [[canary()]]',
  '<p v-html="canary()" ng-app ng-init="canary()" x-init="canary()" hx-on:load="canary()" hx-get=/canary>x</p>',
  '<p>lit$1234567$ ?lit$1234567$ <!--?lit$1234567$--></p>',
];
