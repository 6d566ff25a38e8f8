/** What each backend can do, as it says itself when its recorded server answers. */
import {toCase, unscripted} from '../../src/backends/contract-stage.js';
import type {Capabilities} from '../../src/backends/port.js';
import type {Handler} from '../../src/testing.js';
import {capabilities, json} from '../backends/rest/recorded.js';
import {subjects} from '../backends/subjects.js';

/** In the order of the README, each with the subject that speaks for it. */
const backends: Readonly<Record<string, string>> = {
  rest: 'rest',
  wordpress: 'wordpress',
  waline: 'waline',
  isso: 'isso',
  artalk: 'artalk',
  remark42: 'remark42',
  twikoo: 'twikoo',
  cusdis: 'cusdis',
  postgrest: 'postgrest',
  'form-endpoint': 'Formspree',
};

/** Where the server tells what it can do: what the reference backend tells. */
const told: Readonly<Record<string, Handler>> = {rest: () => json(capabilities)};

async function capabilitiesOf(backend: string, name: string): Promise<Capabilities> {
  const subject = subjects[name];
  if (!subject) throw new Error(`no subject ${name}`);
  const {answer} = subject.conversation ?? subject.published ?? subject.held ?? {};
  let can: Capabilities | undefined;
  await toCase(
    subject,
    'features',
    'conversation',
    told[backend] ?? answer ?? unscripted,
    async ({backend, signal}) => {
      can = await backend.capabilities(signal);
    },
  ).run();
  if (!can) throw new Error(`${backend} says nothing of itself`);
  return can;
}

const mark = (can: boolean): string => (can ? '✓' : '–');

export const featureHead: readonly string[] = [
  '`backend`',
  'Conversation',
  'Orders',
  'Asks for',
  'Likes',
  'Change, take back',
  'Report',
  'Counts',
  'Link to a comment',
  'Sent twice, kept once',
];

/** A row for each backend, in the order of the README. */
export async function readFeatures(): Promise<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  // One after the other: each has the network for itself.
  for (const [name, subject] of Object.entries(backends)) {
    const can = await capabilitiesOf(name, subject);
    rows.push([
      `\`${name}\``,
      mark(can.list),
      can.list ? can.orders.join(', ') : '–',
      can.requires.join(', ') || '–',
      mark(can.like !== null),
      [can.edit && 'change', can.remove && 'take back'].filter(Boolean).join(', ') || '–',
      mark(can.report),
      mark(can.counts),
      mark(can.locate),
      mark(can.idempotent),
    ]);
  }
  return rows;
}
