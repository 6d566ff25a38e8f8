// Builds a control for every attribute and shows the element that results.
const attributes = [
  {name: 'lang', choices: ['ar', 'ckb', 'en', 'fa', 'fr', 'he', 'ps', 'tr', 'ug', 'ur'], value: 'ar'},
  {name: 'dir', choices: ['', 'rtl', 'ltr']},
  {name: 'backend', choices: ['', 'rest', 'memory', 'wordpress']},
  {name: 'endpoint', value: '/api/comments'},
  {name: 'site'},
  {name: 'thread', value: 'playground'},
  {name: 'fields', value: 'name* email*'},
  {name: 'min-length', type: 'number'},
  {name: 'max-length', type: 'number'},
  {name: 'no-rules', type: 'checkbox'},
  {name: 'agree-rules', type: 'checkbox'},
  {name: 'rules-version'},
  {name: 'agree-privacy', type: 'checkbox'},
  {name: 'privacy-url'},
  {name: 'no-remember', type: 'checkbox'},
  {name: 'read-only', type: 'checkbox'},
  {name: 'order', choices: ['', 'newest', 'oldest', 'popular']},
  {name: 'page-size', type: 'number'},
  {name: 'depth', type: 'number'},
  {name: 'heading-level', type: 'number'},
  {name: 'loading', choices: ['', 'lazy', 'eager']},
  {name: 'theme', choices: ['', 'auto', 'light', 'dark']},
  {name: 'markup', choices: ['', 'text', 'basic']},
  {name: 'credentials', choices: ['', 'omit', 'same-origin', 'include']},
  {name: 'numerals', choices: ['', 'latn', 'arab', 'arabext']},
  {name: 'calendar', choices: ['', 'gregory', 'persian', 'islamic-umalqura']},
];

const options = document.getElementById('options');
const snippet = document.getElementById('snippet');
const stage = document.getElementById('stage');

function control({name, type = 'text', choices, value = ''}) {
  const label = document.createElement('label');
  const caption = document.createElement('span');
  caption.textContent = name;
  const input = document.createElement(choices ? 'select' : 'input');
  input.name = name;
  if (choices) input.append(...choices.map((choice) => new Option(choice || 'default', choice)));
  else input.type = type;
  if (type !== 'checkbox') input.value = value;
  label.className = type === 'checkbox' ? 'tick' : '';
  label.append(...(type === 'checkbox' ? [input, caption] : [caption, input]));
  return label;
}

function chosen() {
  return attributes.flatMap(({name, type}) => {
    const input = options.elements.namedItem(name);
    if (type === 'checkbox') return input.checked ? [[name, '']] : [];
    return input.value ? [[name, input.value]] : [];
  });
}

const quote = (value) => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

function show() {
  const pairs = chosen();
  const written = pairs.map(([name, value]) => (value ? `${name}=${quote(value)}` : name));
  snippet.textContent = `<script type="module" src="/dist/taaliq.js"></script>\n<taaliq-comments\n  ${written.join('\n  ')}\n></taaliq-comments>`;
  let element = stage.firstElementChild;
  if (!element) stage.append((element = document.createElement('taaliq-comments')));
  for (const {name} of attributes) {
    const pair = pairs.find(([chosenName]) => chosenName === name);
    if (pair) element.setAttribute(name, pair[1]);
    else element.removeAttribute(name);
  }
}

options.append(...attributes.map(control));
options.addEventListener('submit', (event) => event.preventDefault());
options.addEventListener('change', show);
document.getElementById('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(snippet.textContent);
  document.getElementById('copied').textContent = 'Copied.';
});
show();
