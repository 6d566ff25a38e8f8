import {cors} from 'hono/cors';

/** Lets pages of the allowed origins use the API, with the headers of the contract. */
export const crossOrigin = (allowed: readonly string[]) =>
  cors({
    origin: allowed.includes('*') ? '*' : [...allowed],
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Content-Type', 'Idempotency-Key', 'Reader-Key', 'Authorization'],
    exposeHeaders: ['ETag', 'Retry-After'],
    maxAge: 86_400,
  });
