import type {Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {ServerEnv} from './client-address.js';
import {Problem} from './problem.js';

/** Bytes a request may bring for a comment of so many characters: text, its HTML and the rest. */
const allowedBytes = (maxLength: number): number => 64 * 1024 + maxLength * 40;

/** Refuses a larger body, also one that does not say its length. */
export const limitBody = (maxLength: number) =>
  bodyLimit({
    maxSize: allowedBytes(maxLength),
    onError: () => {
      throw new Problem(413, 'invalid');
    },
  });

/** The JSON of a request. Another content type is refused: it could come from a form of any page. */
export async function readJson(context: Context<ServerEnv>): Promise<unknown> {
  const type = context.req.header('Content-Type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw new Problem(400, 'invalid');
  try {
    return JSON.parse(await context.req.text()) as unknown;
  } catch (error) {
    throw new Problem(400, 'invalid', {cause: error});
  }
}
