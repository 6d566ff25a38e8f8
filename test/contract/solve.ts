import {solveChallenge, type Challenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';

/** The token of whatever was made of a challenge. */
export const toToken = (payload: unknown): string => Buffer.from(JSON.stringify(payload)).toString('base64');

/** Solves a challenge by the library's own solver. */
export async function solve(challenge: Challenge): Promise<string> {
  return toToken({challenge, solution: await solveChallenge({challenge, deriveKey})});
}
