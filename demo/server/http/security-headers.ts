import {createMiddleware} from 'hono/factory';

const everywhere: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The strictest policy that the demo pages and the widget work under. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html taaliq',
].join('; ');

/** An answer of the API that is opened as a page can do nothing at all. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

export const securityHeaders = (kind: 'page' | 'api') =>
  createMiddleware(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(everywhere)) context.header(name, value);
    context.header('Content-Security-Policy', kind === 'page' ? pagePolicy : apiPolicy);
  });
