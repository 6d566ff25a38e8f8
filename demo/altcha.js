// ALTCHA's proof of work as a challenge for the comment form: no puzzle, no other
// host. The comment server gives a sum to do, the browser does it while the reader
// writes, and the answer goes out with the comment. Copy this file to your site.
// Needs a page on https: browsers calculate nowhere else.

const words = {
  ar: {
    note: 'لا أحاجي هنا: يُجري متصفحك عملية حسابية صغيرة تُبعد الرسائل الآلية.',
    working: 'لحظة من فضلك، لم ينته الحساب بعد…',
  },
  en: {
    note: 'No puzzles here: your browser does a small calculation that keeps machines away.',
    working: 'One moment, the calculation is not finished yet…',
  },
};

/** The server takes an answer for 20 minutes; an older one is made anew. */
const freshFor = 15 * 60_000;

const toBytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key that belongs to a counter. */
async function deriveKey({algorithm, nonce, salt, cost, keyLength}, counter) {
  const start = toBytes(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  new DataView(password.buffer).setUint32(start.length, counter);
  const [name, hash] = algorithm.split('/');
  const key = await crypto.subtle.importKey('raw', password, name, false, ['deriveBits']);
  const settings = {name, hash, salt: toBytes(salt), iterations: cost};
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(settings, key, keyLength * 8)));
}

/** Tries one counter after the other, several at once; the browser calculates beside the page, which stays quick. */
async function solve({parameters}) {
  const atOnce = 8;
  for (let first = 0; ; first += atOnce) {
    const counters = Array.from({length: atOnce}, (_, index) => first + index);
    const keys = await Promise.all(counters.map((counter) => deriveKey(parameters, counter)));
    const found = keys.findIndex((key) => key.startsWith(parameters.keyPrefix));
    if (found >= 0) return {counter: first + found, derivedKey: keys[found]};
  }
}

/** Gets a challenge and solves it. */
async function makeToken(address) {
  const response = await fetch(address, {cache: 'no-store', credentials: 'omit'});
  // The server asks for no challenge, so it looks at no answer either.
  if (response.status === 404) return {token: 'none', made: performance.now()};
  if (!response.ok) throw new Error(`No challenge: ${response.status}`);
  const challenge = await response.json();
  const made = performance.now();
  return {token: btoa(JSON.stringify({challenge, solution: await solve(challenge)})), made};
}

/**
 * The object for the form's property `challenge`.
 * @param {string} address where the server gives challenges
 * @param {{note: string, working: string}} said
 */
export function altcha(address, said) {
  const places = new Set();
  /** What is being calculated or waits to be used. */
  let making = null;
  let isMade = false;

  function make() {
    if (making) return making;
    const mine = makeToken(address);
    making = mine;
    isMade = false;
    mine.then(
      () => (isMade = true),
      // Tried again when it is needed.
      () => (making = making === mine ? null : making),
    );
    return mine;
  }

  const say = (text) => {
    for (const place of places) if (place.textContent !== text) place.textContent = text;
  };

  return {
    /** Called when the reader has turned to the form. */
    render(host) {
      const note = document.createElement('p');
      note.className = 'challenge-note';
      note.textContent = said.note;
      const status = document.createElement('p');
      status.className = 'challenge-status';
      status.setAttribute('role', 'status');
      host.append(note, status);
      places.add(status);
      make().catch(() => {});
    },

    /** Called for every attempt to send. When it rejects, the form says so and offers to try again. */
    async token() {
      try {
        // Who writes slowly never hears of it.
        if (!isMade) say(said.working);
        const {token, made} = await make();
        if (performance.now() - made < freshFor) return token;
        making = null;
        return (await make()).token;
      } finally {
        // Each is used once.
        making = null;
        isMade = false;
        say('');
      }
    },
  };
}

for (const element of document.querySelectorAll('taaliq-comments')) {
  const address = new URL(`${element.getAttribute('endpoint')}/challenge`, location.href).href;
  const {lang} = element.closest('[lang]') ?? document.documentElement;
  element.challenge = altcha(address, words[lang] ?? words.en);
}
