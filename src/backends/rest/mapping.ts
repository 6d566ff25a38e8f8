import type {AuthorRole, Comment, NewComment, Order} from '../../content/types.js';
import {
  CommentError,
  type ErrorCode,
  type FieldError,
  type FieldErrorCode,
  type FieldName,
} from '../errors.js';
import type {HttpAnswer} from '../http.js';
import {judgeStatus} from '../judge-status.js';
import type {BackendOptions, Capabilities, CommentPage, Created, EditGrant} from '../port.js';
import {toComment, toCount, toCursor, toDate} from '../received.js';
import {parse, parseOrNull, readComments} from '../schema.js';
import {
  capabilitiesSchema,
  commentSchema,
  countsSchema,
  fieldErrorSchema,
  grantSchema,
  likesSchema,
  oneSchema,
  pageSchema,
  problemSchema,
  type WireComment,
} from './wire.js';

const roles: readonly AuthorRole[] = ['writer', 'moderator'];
const orders: readonly Order[] = ['newest', 'oldest', 'popular'];
const requirable: Capabilities['requires'] = ['name', 'email'];
const moderations: readonly Capabilities['moderation'][] = ['none', 'before', 'after'];
const codes: readonly ErrorCode[] = [
  'invalid',
  'login-required',
  'closed',
  'forbidden',
  'spam',
  'not-found',
  'duplicate',
  'parent-missing',
  'too-fast',
  'server',
];
const fields: readonly FieldName[] = [
  'name',
  'email',
  'website',
  'content',
  'parent',
  'thread',
  'rules',
  'privacy',
  'challenge',
];
const fieldCodes: readonly FieldErrorCode[] = [
  'required',
  'too-short',
  'too-long',
  'malformed',
  'blocked-words',
  'too-many-links',
  'expired',
];

/** The one of `known` that `value` is, or null. */
const oneOf = <Word>(known: readonly Word[], value: unknown): Word | null =>
  known.find((word) => word === value) ?? null;

/** Those of `known` that `value` lists. */
const someOf = <Word>(known: readonly Word[], value: unknown): readonly Word[] =>
  Array.isArray(value) ? known.filter((word) => value.includes(word)) : [];

const fromWire = ({author, content, ...wire}: WireComment): Comment =>
  toComment({
    ...wire,
    name: author?.name,
    website: author?.url,
    role: oneOf(roles, author?.role),
    text: content?.text,
    html: content?.html,
    source: content?.source,
  });

export function toPage(body: unknown): CommentPage {
  const {comments, total, nextCursor, prevCursor, closed} = parse(pageSchema, body);
  return {
    ...readComments(comments, commentSchema, fromWire),
    total: toCount(total),
    nextCursor: toCursor(nextCursor),
    prevCursor: toCursor(prevCursor),
    closed: closed === true,
  };
}

/** One comment, in an envelope or without. */
export const toOne = (body: unknown): Comment =>
  fromWire(parseOrNull(oneSchema, body)?.comment ?? parse(commentSchema, body));

/** A token is kept only if it can stand in a header. */
function toGrant(value: unknown): EditGrant | null {
  const grant = parseOrNull(grantSchema, value);
  const until = toDate(grant?.until, Infinity);
  return grant && until && /^[\x21-\x7e]{1,4096}$/.test(grant.token) ? {token: grant.token, until} : null;
}

export function toCreated({status, body}: HttpAnswer): Created {
  const wire = parse(oneSchema, body);
  const comment = fromWire(wire.comment);
  const edit = toGrant(wire.edit);
  return {
    status: status === 202 || comment.status !== 'published' ? 'held' : 'published',
    id: comment.id,
    comment,
    ...(edit && {edit}),
  };
}

export function toLikes(body: unknown): number {
  const likes = toCount(parse(likesSchema, body).likes);
  if (likes === null) throw new CommentError('invalid-response');
  return likes;
}

const keysPerRequest = 100;
/** What servers and proxies take without being asked. */
const bytesPerAddress = 6_000;

/** Thread keys in groups that each fit into one address with `room` for the rest of it. */
export function toGroups(threads: readonly string[], room: number): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let bytes = Infinity;
  for (const thread of new Set(threads)) {
    const more = new URLSearchParams({thread}).toString().length + 1;
    let group = groups.at(-1);
    if (!group || group.length === keysPerRequest || bytes + more > bytesPerAddress) {
      groups.push((group = []));
      bytes = room;
    }
    group.push(thread);
    bytes += more;
  }
  return groups;
}

/** Adds the numbers of `threads` to `numbers`; a thread that the answer leaves out has none. */
export function addCounts(numbers: Map<string, number>, threads: readonly string[], body: unknown): void {
  const {counts} = parse(countsSchema, body);
  if (typeof counts !== 'object' || counts === null) throw new CommentError('invalid-response');
  for (const thread of threads) {
    // Keys are paths, but nothing keeps a page from naming its thread "__proto__".
    const number = Object.getOwnPropertyDescriptor(counts, thread)?.value;
    numbers.set(thread, toCount(number) ?? 0);
  }
}

/** What the server can do; what it leaves out, it cannot. */
export function toCapabilities(body: unknown): Capabilities {
  const wire = parse(capabilitiesSchema, body);
  const told = someOf(orders, wire.orders);
  return {
    list: true,
    requires: someOf(requirable, wire.requires),
    maxLength: toCount(wire.maxLength) || null,
    orders: told.length > 0 ? told : ['newest'],
    like: wire.like === true ? 'toggle' : null,
    edit: wire.edit === true,
    remove: wire.edit === true,
    report: wire.report === true,
    counts: wire.counts === true,
    locate: wire.around === true,
    idempotent: wire.idempotent === true,
    challenge: typeof wire.challenge === 'string' ? wire.challenge : null,
    moderation: oneOf(moderations, wire.moderation) ?? 'none',
    decoy: true,
    ...(wire.markup === true && {markup: true}),
  };
}

/** Lines as lines are for servers that make their own paragraphs. */
const toWireContent = ({text, html, source}: NewComment['content']): unknown => ({
  text,
  html,
  ...(source !== undefined && {source}),
});

export const toWire = ({site, page}: BackendOptions, comment: NewComment): unknown => ({
  site: site || null,
  thread: comment.thread,
  parentId: comment.parentId,
  page: {url: page.url, title: page.title},
  author: comment.author,
  content: toWireContent(comment.content),
  lang: comment.lang,
  dir: comment.dir,
  agreed: comment.agreed,
  decoy: comment.decoy,
  challenge: comment.challenge,
});

function toFieldErrors(errors: unknown): readonly FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.slice(0, 20).flatMap((error: unknown) => {
    const wire = parseOrNull(fieldErrorSchema, error);
    const field = oneOf(fields, wire?.field);
    const code = oneOf(fieldCodes, wire?.code);
    const limit = toCount(wire?.limit);
    return field && code ? [{field, code, ...(limit !== null && {limit})}] : [];
  });
}

/** The error that a problem document names; the status decides where it names none that we know. */
export function toRefusal(answer: HttpAnswer): CommentError {
  const problem = parseOrNull(problemSchema, answer.body);
  const judged = judgeStatus(answer);
  const byStatus = answer.status === 410 ? 'parent-missing' : judged.code;
  const code = oneOf(codes, problem?.code);
  return new CommentError(code ?? byStatus, {
    status: answer.status,
    fields: toFieldErrors(problem?.errors),
    ...(judged.retryAfter !== null && {retryAfter: judged.retryAfter}),
    ...(judged.advice !== null && code === null && {advice: judged.advice}),
  });
}
