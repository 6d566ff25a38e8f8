import type {Comment} from '../../content/types.js';
import type {Capabilities} from '../port.js';
import {toComment, toCount} from '../received.js';
import type {WireComment} from './wire.js';

/** What the server calls someone who gave no name. */
const nobody = '匿名';

export const fromWire = (wire: WireComment, parentId: string | null): Comment =>
  toComment({
    id: wire.id,
    parentId,
    name: wire.nick === nobody ? '' : wire.nick,
    website: wire.link,
    role: wire.master === true ? 'writer' : null,
    html: wire.comment,
    createdAt: wire.created,
    status: wire.isSpam === true ? 'held' : 'published',
    likes: toLikes(wire),
  });

export const toLikes = ({ups, like}: WireComment): number => toCount(ups ?? like) ?? 0;

/** Settings are text, and absent where nobody has touched them. */
interface Config {
  readonly LIMIT_LENGTH?: unknown;
  readonly REQUIRED_FIELDS?: unknown;
  readonly CAPTCHA_PROVIDER?: unknown;
}

/** Characters of HTML that the server takes as it comes. */
export const usualLength = 500;

const named = {name: /\bnick\b/, email: /\bmail\b/};

export function toCapabilities({LIMIT_LENGTH, REQUIRED_FIELDS, CAPTCHA_PROVIDER}: Config): Capabilities {
  const length = parseInt(String(LIMIT_LENGTH), 10);
  const required = String(REQUIRED_FIELDS);
  return {
    list: true,
    requires: (['name', 'email'] as const).filter((field) => named[field].test(required)),
    maxLength: Number.isNaN(length) ? usualLength : Math.max(0, length) || null,
    // The next page of any other order would be a wrong one.
    orders: ['newest'],
    like: 'toggle',
    edit: false,
    remove: true,
    report: false,
    counts: true,
    locate: true,
    idempotent: false,
    challenge: CAPTCHA_PROVIDER ? String(CAPTCHA_PROVIDER).toLowerCase() : null,
    // The server does not tell; what is held is told when it is.
    moderation: 'none',
    markup: true,
  };
}
