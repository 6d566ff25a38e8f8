import type {Context} from 'hono';
import type {Config} from './config.js';
import {clientAddress, type ServerEnv} from './http/client-address.js';
import {RateLimit} from './http/rate-limit.js';
import {createProofOfWork, type ProofOfWork} from './proof-of-work.js';
import {loadSecret} from './store/secret.js';
import type {Database} from './store/transaction.js';
import type {Webhook} from './webhook.js';

/** What the routes work with. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly editSecret: string;
  readonly webhook: Webhook;
  /** Null: comments are taken without. */
  readonly proofOfWork: ProofOfWork | null;
  /** Counts a new comment; throws `too-fast`. */
  limitComments(context: Context<ServerEnv>): void;
  /** Counts a like, report, change or challenge; throws `too-fast`. */
  limitOthers(context: Context<ServerEnv>): void;
  /** Throws `too-fast` where too many wrong tokens have come from: none is compared then, not even a right one. */
  checkGuesses(context: Context<ServerEnv>): void;
  /** Counts a wrong token. */
  countGuess(context: Context<ServerEnv>): void;
}

export async function createServices(
  config: Config,
  database: Database,
  webhook: Webhook,
): Promise<Services> {
  const commentLimit = new RateLimit(config.rateLimit);
  const otherLimit = new RateLimit(config.rateLimit * 6);
  const guessLimit = new RateLimit(config.rateLimit * 6);
  const address = (context: Context<ServerEnv>) => clientAddress(context, config.trustProxy);
  return {
    config,
    database,
    webhook,
    editSecret: config.editSecret ?? (await loadSecret(database, 'edit-secret')),
    proofOfWork: config.challenge && createProofOfWork(await loadSecret(database, 'challenge-secret')),
    limitComments: (context) => commentLimit.take(address(context)),
    limitOthers: (context) => otherLimit.take(address(context)),
    checkGuesses: (context) => guessLimit.check(address(context)),
    countGuess: (context) => guessLimit.take(address(context)),
  };
}
