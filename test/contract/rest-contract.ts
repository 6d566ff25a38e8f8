// The REST contract as a suite for any server, in any test runner: every rule
// is a name and a function that throws when the server breaks it.
import type {Rule} from './client.js';
import {capabilityRules} from './rules/capabilities.js';
import {commentRules} from './rules/comment.js';
import {crossOriginRules} from './rules/cross-origin.js';
import {fieldRules} from './rules/fields.js';
import {idempotencyRules} from './rules/idempotency.js';
import {limitRules} from './rules/limits.js';
import {moderationRules} from './rules/moderation.js';
import {ownRules} from './rules/own.js';
import {pagingRules} from './rules/paging.js';
import {reactionRules} from './rules/reactions.js';
import {readingRules} from './rules/reading.js';
import {replyRules} from './rules/replies.js';

export type {Rule, Target} from './client.js';

export const restContract: readonly Rule[] = [
  ...commentRules,
  ...readingRules,
  ...pagingRules,
  ...replyRules,
  ...fieldRules,
  ...idempotencyRules,
  ...ownRules,
  ...reactionRules,
  ...moderationRules,
  ...limitRules,
  ...capabilityRules,
  ...crossOriginRules,
];
