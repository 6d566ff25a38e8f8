import type {Comment} from '../../content/types.js';
import {escapeMarkdown} from '../escape-markdown.js';
import {toComment} from '../received.js';
import type {Clock} from './clock.js';
import type {WireComment} from './wire.js';

/** Text as Artalk stores it: Markdown, in which HTML is HTML and a line end is one. */
export const encodeText = (text: string): string => escapeMarkdown(text, /^https?:/i);

export const fromWire = (wire: WireComment, clock: Clock): Comment =>
  toComment({
    id: wire.id,
    parentId: wire.rid || null,
    name: wire.nick,
    website: wire.link,
    html: wire.content_marked,
    createdAt: clock(wire.date),
    status: wire.is_pending === true ? 'held' : 'published',
    likes: wire.vote_up,
  });
