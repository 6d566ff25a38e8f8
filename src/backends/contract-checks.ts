import {limits} from '../content/limits.js';
import type {Comment, NewComment} from '../content/types.js';
import {CommentError, type ErrorCode} from './errors.js';
import type {Backend, BackendOptions, Capabilities, CommentPage, Created} from './port.js';
import type {SeenRequest} from './contract-server.js';

/** Throws with `message` unless `holds`. */
export function check(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

const isDate = (value: string | null): boolean =>
  value === null || (!Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value);

const isAddress = (value: string | null): boolean =>
  value === null || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));

const isText = (value: unknown): boolean => value === null || typeof value === 'string';

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** A comment as the port promises it. */
export function checkComment(comment: Comment): void {
  const {id, parentId, author, content, status} = comment;
  const named = `comment ${JSON.stringify(id)}`;
  check(
    typeof id === 'string' && id.length > 0 && id.length <= limits.id,
    `${named}: id is no text of 1–200`,
  );
  check(isText(parentId) && parentId !== '', `${named}: parentId is neither an id nor null`);
  check(typeof author.name === 'string', `${named}: author.name is no text`);
  check([...author.name].length <= limits.name, `${named}: author.name is longer than ${limits.name}`);
  check(isAddress(author.url), `${named}: author.url is no http(s) address`);
  check([null, 'writer', 'moderator'].includes(author.role), `${named}: author.role is unknown`);
  check(isText(content.text) && isText(content.html), `${named}: content is neither text nor null`);
  check(['published', 'held', 'rejected', 'deleted'].includes(status), `${named}: status is unknown`);
  const shown = content.text !== null || content.html !== null;
  check(status !== 'deleted' || !shown, `${named}: it is deleted and has content`);
  check(isDate(comment.createdAt), `${named}: createdAt is not ISO 8601 in UTC`);
  check(isDate(comment.editedAt), `${named}: editedAt is not ISO 8601 in UTC`);
  check(isCount(comment.likes), `${named}: likes is no whole number`);
  check(isCount(comment.moreReplies), `${named}: moreReplies is no whole number`);
  check(isAddress(comment.url), `${named}: url is no http(s) address`);
}

export function checkPage(page: CommentPage): void {
  for (const comment of page.comments) checkComment(comment);
  check(page.total === null || isCount(page.total), 'total is neither a whole number nor null');
  check(isCount(page.skipped), 'skipped is no whole number');
  check(isText(page.nextCursor) && page.nextCursor !== '', 'nextCursor is neither text nor null');
  check(isText(page.prevCursor) && page.prevCursor !== '', 'prevCursor is neither text nor null');
  check(typeof page.closed === 'boolean', 'closed is neither true nor false');
  const ids = new Set(page.comments.map(({id}) => id));
  check(ids.size === page.comments.length, 'a page holds the same id twice');
  let branch = new Set<string>();
  for (const {id, parentId} of page.comments) {
    if (parentId === null) branch = new Set();
    // What it answers may be on no page, but not in another place of this one.
    else if (ids.has(parentId)) check(branch.has(parentId), `comment ${id} does not follow what it answers`);
    branch.add(id);
  }
}

export function checkCreated({status, id, comment, edit}: Created, wanted: Created['status']): void {
  check(status === wanted, `status is ${status} instead of ${wanted}`);
  check(id === null || typeof id === 'string', 'id is neither text nor null');
  check(comment === null || comment.id === id, 'id differs from the id of the comment');
  if (comment) checkComment(comment);
  if (edit) check(edit.token !== '' && isDate(edit.until), 'edit is no token with a date');
}

/** What a backend says it can do, and what it has, are the same. */
export function checkCapabilities(backend: Backend, can: Capabilities): void {
  const pairs: readonly (readonly [claim: keyof Capabilities, method: keyof Backend])[] = [
    ['list', 'list'],
    ['like', 'like'],
    ['edit', 'edit'],
    ['remove', 'remove'],
    ['report', 'report'],
    ['counts', 'count'],
    ['locate', 'locate'],
  ];
  for (const [claim, method] of pairs)
    check(!can[claim] || typeof backend[method] === 'function', `says it can "${claim}", has no ${method}()`);
  check(!can.list || can.orders.length > 0, 'can list, but in no order');
  check(can.maxLength === null || can.maxLength > 0, 'maxLength is neither null nor above 0');
}

/** Rejects with a `CommentError` of that code, and with nothing else. */
export async function checkRejects(attempt: Promise<unknown>, code: ErrorCode): Promise<CommentError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  check(error !== undefined, `resolves instead of rejecting with ${code}`);
  check(error instanceof CommentError, `rejects with ${String(error)} instead of a CommentError`);
  check(error.code === code, `rejects with ${error.code} instead of ${code}`);
  return error;
}

/** What no request may give away, and what each must have. */
export function checkRequests(
  seen: readonly SeenRequest[],
  {endpoint, credentials, headers: wanted}: BackendOptions,
  {author}: NewComment,
): void {
  const email = [author.email, encodeURIComponent(author.email)];
  for (const {url, method, headers, ...request} of seen) {
    const named = `${method} ${url.pathname}`;
    check(url.origin === endpoint.origin, `${named} goes to ${url.origin}`);
    check(!email.some((one) => url.href.includes(one)), `${named} has the e-mail in its address`);
    check(!email.some((one) => headers.includes(one)), `${named} has the e-mail in a header`);
    check(method === 'GET' || !email.some((one) => url.hash.includes(one)), `${named} has a fragment`);
    for (const [name, value] of Object.entries(wanted))
      check(headers.includes(`${name.toLowerCase()}: ${value}`), `${named} goes without the header ${name}`);
    check(request.abortable, `${named} cannot be aborted`);
    const quiet = ['omit', credentials].includes(request.credentials);
    check(quiet, `${named} sends cookies (${request.credentials})`);
    check(request.referrerPolicy !== 'unsafe-url', `${named} tells the whole address of the page`);
  }
}
