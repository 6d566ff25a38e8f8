import type {Comment} from '../../content/types.js';
import {pagePath} from '../page-path.js';
import type {BackendOptions} from '../port.js';
import {parseOrNull, readComments} from '../schema.js';
import type {Call} from './call.js';
import {fromWire, toLikes} from './mapping.js';
import {commentSchema, listSchema, rootSchema} from './wire.js';

/** What has to be known of a comment to answer or like it: its id alone leads nowhere. */
export interface Place {
  readonly thread: string;
  /** Top of its branch. */
  readonly root: string;
  /** The page that begins with its root, as the server is asked for it; null: the first one. */
  readonly before: number | null;
  readonly liked: boolean;
  readonly likes: number;
}

interface Root {
  readonly id: string;
  /** The moment after it; null where it says nothing of its place: pinned to the top, or without a time. */
  readonly before: number | null;
  /** The root and its replies, as they came. */
  readonly branch: readonly unknown[];
}

/** One answer of the server. */
export interface Chunk {
  readonly comments: readonly Comment[];
  readonly skipped: number;
  readonly roots: readonly Root[];
  readonly more: boolean;
}

export interface Reading {
  /** Comments whose roots were written before that time, the newest first, but for the `shown` ones. */
  read(thread: string, before: number | null, signal: AbortSignal, shown?: readonly string[]): Promise<Chunk>;
  /** What has been read, by id. */
  readonly places: Map<string, Place>;
}

function toRoot(wire: unknown): Root {
  const {id, replies, created, top} = parseOrNull(rootSchema, wire) ?? {};
  return {
    id: String(id),
    before: typeof created === 'number' && top !== true ? created + 1 : null,
    branch: [wire, ...(Array.isArray(replies) ? replies : [])],
  };
}

export function openReading(call: Call, {page}: BackendOptions): Reading {
  const places = new Map<string, Place>();
  return {
    places,
    async read(thread, before, signal, shown = []) {
      const fields = {url: pagePath(thread, page), ...(before && {before})};
      const {data, more} = await call('COMMENT_GET', fields, listSchema, signal);
      const roots = data.map(toRoot).filter(({id}) => !shown.includes(id));
      const here = new Set<unknown>();
      const wires = roots.flatMap(({branch}) => branch);
      const read = readComments(wires, commentSchema, (wire) => {
        const id = String(wire.id);
        const root = wire.rid ? String(wire.rid) : id;
        const {before = null} = roots.find(({id}) => id === root) ?? {};
        places.set(id, {thread, root, before, liked: wire.liked === true, likes: toLikes(wire)});
        // Where what it answers is gone, it stays in its branch all the same.
        const parent = here.has(wire.pid) ? String(wire.pid) : root;
        here.add(id);
        return fromWire(wire, root === id ? null : parent);
      });
      return {...read, roots, more: more === true};
    },
  };
}
