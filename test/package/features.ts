/** What each backend can do, as it says itself when its recorded server answers. */
import {toCase, unscripted} from '../../src/backends/contract-stage.js';
import type {Capabilities} from '../../src/backends/port.js';
import type {BackendSubject} from '../../src/testing.js';
import {artalkSubject} from '../backends/artalk/recorded.js';
import {cusdisSubject} from '../backends/cusdis/recorded.js';
import {formspreeSubject} from '../backends/form-endpoint/recorded.js';
import {issoSubject} from '../backends/isso/recorded.js';
import {postgrestSubject} from '../backends/postgrest/recorded.js';
import {remark42Subject} from '../backends/remark42/recorded.js';
import {capabilities, json, restSubject} from '../backends/rest/recorded.js';
import {twikooSubject} from '../backends/twikoo/recorded.js';
import {walineSubject} from '../backends/waline/recorded.js';
import {wordpressSubject} from '../backends/wordpress/recorded.js';

const subjects: Readonly<Record<string, BackendSubject>> = {
  // Its server tells what it can do: here the reference backend does.
  rest: {...restSubject, conversation: {comments: 0, pageSize: 20, answer: () => json(capabilities)}},
  wordpress: wordpressSubject,
  waline: walineSubject,
  isso: issoSubject,
  artalk: artalkSubject,
  remark42: remark42Subject,
  twikoo: twikooSubject,
  cusdis: cusdisSubject,
  postgrest: postgrestSubject,
  'form-endpoint': formspreeSubject,
};

async function capabilitiesOf(subject: BackendSubject): Promise<Capabilities> {
  const {answer = unscripted} = subject.conversation ?? subject.published ?? subject.held ?? {};
  let can: Capabilities | undefined;
  await toCase(subject, 'features', 'conversation', answer, async ({backend, signal}) => {
    can = await backend.capabilities(signal);
  }).run();
  if (!can) throw new Error('a backend that says nothing of itself');
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
  for (const [name, subject] of Object.entries(subjects)) {
    const can = await capabilitiesOf(subject);
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
