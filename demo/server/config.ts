import {z} from 'zod';
import {limits} from '../../src/content/limits.js';

/**
 * Every setting of the server, read from the environment once at the start.
 * A value that cannot be meant stops the start with one line that says why.
 */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Address of a PostgreSQL, or null: the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database. */
  readonly dataFolder: string;
  /** Other origins whose pages may use the API; `*` stands for every one. */
  readonly allowedOrigins: readonly string[];
  readonly requires: readonly ('name' | 'email')[];
  /** Characters a comment may have, as a reader counts them. */
  readonly maxLength: number;
  readonly maxLinks: number;
  readonly blockedWords: readonly string[];
  /** New comments wait for a moderator. */
  readonly moderation: boolean;
  readonly moderatorToken: string | null;
  /** Comments are closed everywhere; what there is can still be read. */
  readonly readOnly: boolean;
  /** Minutes in which readers may change or delete their comment; 0: never. */
  readonly editMinutes: number;
  /** Signs edit tokens; null: made at the first start and kept in the database. */
  readonly editSecret: string | null;
  /** Comments a minute from one address; 0: no limit. */
  readonly rateLimit: number;
  /** Whether a proxy in front says who the reader is. */
  readonly trustProxy: boolean;
  readonly webhookUrl: string | null;
  /** What a reader's browser has to do before a comment is taken. */
  readonly challenge: 'altcha' | null;
  /** Readers may write WordPress's comment tags. */
  readonly markup: boolean;
}

/** A setting that cannot be used. Its message is one line for the person who starts the server. */
export class ConfigError extends Error {}

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be a whole number from ${from} to ${to}`);

const onOff = z.enum(['on', 'off'], 'must be "on" or "off"').transform((value) => value === 'on');

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const isOrigin = (value: string): boolean =>
  value === '*' || (/^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value);

const httpAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that starts with http:// or https://',
});

const secret = z.string().min(16, 'must have at least 16 characters');

const environment = z
  .object({
    PORT: whole(0, 65_535).default(5173),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: z
      .url({protocol: /^postgres(?:ql)?$/, error: 'must be an address that starts with postgres://'})
      .optional(),
    DATA_FOLDER: z.string().default('.data'),
    ALLOWED_ORIGINS: list
      .refine(
        (origins) => origins.every(isOrigin),
        'must be "*" or origins such as https://news.example, with commas between and no path',
      )
      .default([]),
    REQUIRED_FIELDS: list
      .pipe(z.array(z.enum(['name', 'email'], 'must be of "name" and "email", or "none"')))
      .default(['name', 'email']),
    MAX_LENGTH: whole(1, 50_000).default(limits.commentMax),
    MAX_LINKS: whole(0, 1_000).default(10),
    BLOCKED_WORDS: list.default([]),
    MODERATION: onOff.default(false),
    MODERATOR_TOKEN: secret.optional(),
    READ_ONLY: onOff.default(false),
    EDIT_MINUTES: whole(0, 525_600).default(15),
    EDIT_SECRET: secret.optional(),
    RATE_LIMIT: whole(0, 100_000).default(20),
    TRUST_PROXY: onOff.default(false),
    WEBHOOK_URL: httpAddress.optional(),
    CHALLENGE: z.enum(['altcha', 'off'], 'must be "altcha" or "off"').default('off'),
    MARKUP: z.enum(['text', 'basic'], 'must be "text" or "basic"').default('text'),
  })
  .refine((values) => !values.MODERATION || values.MODERATOR_TOKEN !== undefined, {
    path: ['MODERATION'],
    error: 'is "on", so MODERATOR_TOKEN must be set: nobody could approve a comment',
  });

/** Reads the settings; an empty variable counts as one that is not set. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  if (set['REQUIRED_FIELDS'] === 'none') set['REQUIRED_FIELDS'] = ',';
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({path, message}) => `${String(path[0])} ${message}`);
    throw new ConfigError(lines.join('; '));
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: values.DATA_FOLDER,
    allowedOrigins: values.ALLOWED_ORIGINS,
    requires: values.REQUIRED_FIELDS,
    maxLength: values.MAX_LENGTH,
    maxLinks: values.MAX_LINKS,
    blockedWords: values.BLOCKED_WORDS,
    moderation: values.MODERATION,
    moderatorToken: values.MODERATOR_TOKEN ?? null,
    readOnly: values.READ_ONLY,
    editMinutes: values.EDIT_MINUTES,
    editSecret: values.EDIT_SECRET ?? null,
    rateLimit: values.RATE_LIMIT,
    trustProxy: values.TRUST_PROXY,
    webhookUrl: values.WEBHOOK_URL ?? null,
    challenge: values.CHALLENGE === 'off' ? null : values.CHALLENGE,
    markup: values.MARKUP === 'basic',
  };
}
