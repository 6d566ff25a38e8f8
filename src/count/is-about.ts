import type {Backend} from '../backends/port.js';
import {resolveEndpoint} from '../page/endpoint.js';
import {pageAddress} from '../page/page-address.js';
import {threadKey} from '../page/thread-key.js';

/** What says which conversation an element is about. */
export interface ConversationPlace {
  readonly backend: string | Backend;
  readonly endpoint: string;
  readonly site: string;
  /** The page's own when empty. */
  readonly thread: string;
}

const address = (endpoint: unknown): string | undefined =>
  resolveEndpoint(typeof endpoint === 'string' ? endpoint : '', location.href)?.href;

/** Whether what an event comes from, an element of ours, is about that conversation. */
export function isAbout(source: EventTarget | undefined, place: ConversationPlace): boolean {
  // Proof: each member is compared as unknown.
  const {backend, endpoint, site, thread} = (source ?? {}) as Readonly<
    Partial<Record<keyof ConversationPlace, unknown>>
  >;
  return (
    backend === place.backend &&
    site === place.site &&
    (thread || threadKey(pageAddress())) === place.thread &&
    address(endpoint) === address(place.endpoint)
  );
}
