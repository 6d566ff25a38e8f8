import {createChallenge, randomInt, verifySolution, type Challenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import {z} from 'zod';
import type {FieldError} from '../../src/backends/errors.js';
import {fieldProblem} from './http/problem.js';

/** A challenge that was solved in time. Whether it was used before, the database knows. */
export interface Solved {
  readonly signature: string;
  readonly expiresAt: Date;
}

/** Asks a reader's browser for a little work, which many comments at once make expensive. */
export interface ProofOfWork {
  challenge(): Promise<Challenge>;
  /** Throws a problem with the field `challenge`. */
  verify(token: string | null | undefined): Promise<Solved>;
}

/** Long enough for who starts to write and is called away; the page asks for another one when it is over. */
const validFor = 20 * 60_000;

/**
 * One step is a thousand rounds of SHA-256, and the browser needs 200 to 800
 * steps: well under a second on a computer, a few on a cheap phone, while the
 * reader writes.
 */
const cost = 1_000;
const counterFrom = 200;
const counterTo = 800;

const token = z.object({
  challenge: z.object({
    parameters: z.looseObject({expiresAt: z.number()}),
    signature: z.string(),
  }),
  solution: z.object({counter: z.number(), derivedKey: z.string().max(1_000)}),
});

const longestToken = 8_192;

const refuse = (code: FieldError['code']): never => {
  throw fieldProblem({field: 'challenge', code});
};

function readToken(value: string): z.output<typeof token> {
  try {
    return token.parse(JSON.parse(Buffer.from(value.slice(0, longestToken), 'base64').toString('utf8')));
  } catch {
    // Not JSON, or not of that shape: whoever sent it did not make it from a challenge.
    return refuse('malformed');
  }
}

/** ALTCHA's proof of work, version 2. All that is kept of a challenge is in it, signed. */
export function createProofOfWork(secret: string): ProofOfWork {
  const secrets = {
    hmacSignatureSecret: `challenge ${secret}`,
    // With it the server checks a solution without doing the work again.
    hmacKeySignatureSecret: `key ${secret}`,
  };
  return {
    challenge: () =>
      createChallenge({
        ...secrets,
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: randomInt(counterTo, counterFrom),
        deriveKey,
        expiresAt: new Date(Date.now() + validFor),
      }),

    async verify(value) {
      const {challenge, solution} = readToken(value || refuse('required'));
      // Proof: what the signature covers is what we made; anything else it refuses.
      const signed = challenge as unknown as Challenge;
      const {verified, expired} = await verifySolution({...secrets, challenge: signed, solution, deriveKey});
      if (expired) refuse('expired');
      if (!verified) refuse('malformed');
      return {signature: challenge.signature, expiresAt: new Date(challenge.parameters.expiresAt * 1_000)};
    },
  };
}
