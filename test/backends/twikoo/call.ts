import type {Backend, BackendOptions} from '../../../src/backends/port.js';
import {createTwikoo} from '../../../src/backends/twikoo/backend.js';
import type {NewComment} from '../../../src/content/types.js';
import type {Handler} from '../../../src/testing.js';
import {onServer as listen, optionsFor} from '../listen.js';
import {server, type Wire} from './recorded.js';

export const options = (change?: Partial<BackendOptions>): BackendOptions => optionsFor(server, change);

export const connect = (change?: Partial<BackendOptions>): Required<Backend> =>
  createTwikoo(options(change)) as Required<Backend>;

export const textOf = (text: string): NewComment['content'] => ({text, html: null});

/** Runs `act` on a Twikoo that answers by `answer`, and gives the events it was sent: every request is one. */
export async function onServer(answer: Handler, act: () => Promise<unknown>): Promise<readonly Wire[]> {
  return (await listen(answer, act)).map(({body}) => body as Wire);
}
