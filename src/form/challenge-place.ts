import {limits} from '../content/limits.js';
import type {Challenge} from './challenge.js';

const longest = 60_000;

type WithChallenge = HTMLElement & {readonly challenge?: Challenge | undefined};

/**
 * The element of the page that the challenge is drawn into: the form itself,
 * or the element around it that hands the same challenge on. Some challenges
 * do not work within a shadow root.
 */
function outermost(form: WithChallenge, isReply: boolean): HTMLElement {
  const root = form.getRootNode();
  if (isReply || !(root instanceof ShadowRoot)) return form;
  // Proof: only asked whether it has that property.
  const around = root.host as WithChallenge;
  return around.challenge === form.challenge ? around : form;
}

/** Draws a challenge in its slot and brings its token. */
export class ChallengePlace {
  readonly #challenge: Challenge;
  readonly #host: HTMLElement = document.createElement('div');
  /** What went wrong when it was drawn: there will be no token. */
  readonly #broken: unknown;

  constructor(challenge: Challenge, form: WithChallenge, isReply: boolean) {
    this.#challenge = challenge;
    this.#host.slot = 'challenge';
    outermost(form, isReply).append(this.#host);
    try {
      challenge.render(this.#host);
    } catch (error) {
      this.#broken = error;
    }
  }

  isFor(challenge: Challenge | undefined): boolean {
    return this.#challenge === challenge;
  }

  /** Rejects when there is none within a minute, or none that can be sent. */
  async token(): Promise<string> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Taaliq: the challenge took too long')), longest);
    });
    try {
      if (this.#broken) throw this.#broken;
      const token: unknown = await Promise.race([this.#challenge.token(), late]);
      if (typeof token === 'string' && token && new Blob([token]).size <= limits.challenge) return token;
      throw new Error('Taaliq: the challenge gave no token');
    } finally {
      clearTimeout(timer);
    }
  }

  remove(): void {
    this.#host.remove();
  }
}
