import {and, asc, count, eq, gt} from 'drizzle-orm';
import {toModeratedWire, type WireModerated} from '../comment/wire.js';
import {comments, reports, threads} from './schema.js';
import type {Database} from './transaction.js';

export interface HeldPage {
  readonly comments: readonly WireModerated[];
  readonly total: number;
  /** Id of the last one shown, when there are more. */
  readonly next: string | null;
}

/** Comments that wait for a decision, in every thread, the longest waiting first. */
export async function listHeld(database: Database, after: string | null, limit: number): Promise<HeldPage> {
  const held = eq(comments.status, 'held');
  const found = await database
    .select({row: comments, thread: threads})
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(held, after ? gt(comments.id, after) : undefined))
    .orderBy(asc(comments.id))
    .limit(limit + 1);
  const [counted] = await database.select({total: count()}).from(comments).where(held);
  const shown = found.slice(0, limit);
  return {
    comments: shown.map(({row, thread}) => toModeratedWire(row, thread)),
    total: counted?.total ?? 0,
    next: found.length > limit ? (shown.at(-1)?.row.id ?? null) : null,
  };
}

export interface WireReport {
  readonly id: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly comment: WireModerated;
}

/** What readers have reported and nobody has decided on, the oldest first. */
export async function listReports(database: Database): Promise<readonly WireReport[]> {
  const found = await database
    .select({report: reports, row: comments, thread: threads})
    .from(reports)
    .innerJoin(comments, eq(comments.id, reports.commentId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .orderBy(asc(reports.id))
    .limit(500);
  return found.map(({report, row, thread}) => ({
    id: report.id,
    reason: report.reason,
    createdAt: report.createdAt.toISOString(),
    comment: toModeratedWire(row, thread),
  }));
}
