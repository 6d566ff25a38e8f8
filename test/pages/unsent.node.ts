/** A comment on its way, and everything that can come between: it arrives, and it arrives once. */
import {after, before, describe, test} from 'node:test';
import {engines, openBrowser, type Browser} from '../support/drive.js';
import {startLine, type Line} from '../support/line.js';
import {steps, Visit} from '../support/unsent.js';

type Step = keyof typeof steps;

/** Every step in a way that leaves the comment unsent until the last, where it can. */
const ways: readonly (readonly Step[])[] = [
  ['refused connection', 'closed tab', 'reload', 'double click'],
  ['lost answer', 'reload', 'Enter in a field'],
  ['double click and lost answer', 'closed tab', 'Control+Enter held down'],
  ['reload while sending', 'closed tab before it arrives', 'requestSubmit three times'],
  ['away and back', 'away and back while sending', 'second tab'],
  ['reload before it arrives', 'closed tab while sending', 'offline and online'],
  ['second tab while sending', 'lost answer'],
  ['other conversation and back while sending'],
  ['element replaced while sending'],
];

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Six to eight steps. */
function mixture(seed: number): readonly Step[] {
  const random = randomFrom(seed);
  const names = Object.keys(steps);
  const length = 6 + Math.floor(random() * 3);
  return Array.from({length}, () => names[Math.floor(random() * names.length)] ?? '');
}

/** How many mixtures; more of them look for what nobody has thought of. */
const mixtures = Number(process.env['MIXTURES'] ?? 6);

for (const engine of engines) {
  describe(`an unsent comment in ${engine}`, {timeout: 600_000}, () => {
    let line: Line;
    let browser: Browser;
    before(async () => {
      [line, browser] = await Promise.all([startLine(), openBrowser(engine)]);
    });
    after(async () => {
      await browser?.close();
      await line?.stop();
    });

    const go = async (thread: string, way: readonly Step[]): Promise<void> => {
      const visit = await Visit.begin(browser, line, thread);
      for (const step of way) {
        await steps[step]?.(visit);
        await visit.check();
      }
      await visit.finish();
    };

    const told = (step: Step): string =>
      step === 'offline and online' && engine !== 'chromium'
        ? 'closed sockets with the events of offline and online'
        : step;

    for (const [at, way] of ways.entries())
      test(`SEC 7.1, SEC 7.2, SEC 7.3: once, in spite of ${way.map(told).join(', ')}`, () =>
        go(`way-${at}`, way));

    for (let seed = 1; seed <= mixtures; seed++)
      test(`SEC 7.1, SEC 7.2, SEC 7.3: once, mixture ${seed}: ${mixture(seed).map(told).join(', ')}`, () =>
        go(`mixture-${seed}`, mixture(seed)));
  });
}
