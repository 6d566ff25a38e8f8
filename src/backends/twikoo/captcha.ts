import {parseOrNull} from '../schema.js';
import {geetestSchema} from './wire.js';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An opaque token.
    return null;
  }
}

/**
 * The solved captcha, for whichever maker the site uses: the server reads only
 * the fields of that one. Geetest's has four values, which come as JSON.
 */
export const toCaptcha = (token: string | null): Readonly<Record<string, unknown>> =>
  token === null
    ? {}
    : {turnstileToken: token, capToken: token, ...parseOrNull(geetestSchema, parseJson(token))};
