import {Problem} from './problem.js';

// IPv6 gives every customer at least a /64, so its first half counts as the address.
const network = (address: string): string =>
  address.includes(':') && !address.includes('.') ? expand(address).slice(0, 4).join(':') : address;

function expand(address: string): readonly string[] {
  const [before = '', after] = address.split('%', 1)[0]?.split('::') ?? [];
  const head = before.split(':').filter(Boolean);
  if (after === undefined) return head;
  const tail = after.split(':').filter(Boolean);
  return [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
}

interface Bucket {
  tokens: number;
  filled: number;
}

/**
 * Lets each address do so many things a minute, with a burst of as many.
 *
 * It is kept in memory, by each process for itself: addresses of readers are
 * not to be stored, and with several processes a limit that is a few times
 * wider is still a limit.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  /** 0 switches the limit off. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts one; throws `too-fast` when it is one too many. */
  take(address: string, now: number = Date.now()): void {
    if (this.#perMinute === 0) return;
    const tokens = this.#left(address, now);
    const key = network(address);
    this.#buckets.delete(key);
    this.#buckets.set(key, {tokens: tokens - 1, filled: now});
    this.#forget(now);
  }

  /** Throws `too-fast` when one more would be one too many, and counts nothing. */
  check(address: string, now: number = Date.now()): void {
    if (this.#perMinute !== 0) this.#left(address, now);
  }

  #left(address: string, now: number): number {
    const bucket = this.#buckets.get(network(address)) ?? {tokens: this.#perMinute, filled: now};
    const perMillisecond = this.#perMinute / 60_000;
    const tokens = Math.min(this.#perMinute, bucket.tokens + (now - bucket.filled) * perMillisecond);
    if (tokens >= 1) return tokens;
    throw new Problem(429, 'too-fast', {retryAfter: Math.ceil((1 - tokens) / perMillisecond / 1_000)});
  }

  // The map is in order of use: whoever is first was away longest, and after a minute is as good as new.
  #forget(now: number): void {
    for (const [key, {filled}] of this.#buckets) {
      if (now - filled < 60_000 && this.#buckets.size < 100_000) break;
      this.#buckets.delete(key);
    }
  }
}
