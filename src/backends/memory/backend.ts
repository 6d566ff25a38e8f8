import type {Comment, CommentStatus, NewComment, Order} from '../../content/types.js';
import {CommentError} from '../errors.js';
import type {Backend, BackendFactory, Capabilities, CommentPage, Created} from '../port.js';
import {toConversations} from './conversations.js';
import {createFaults, type Faults} from './faults.js';
import {toComment, type Seed} from './seed.js';

export type {Failure, Faults, Operation} from './faults.js';
export type {Seed} from './seed.js';

export interface MemoryOptions {
  /** Comments that are there from the start: the same in every thread, or by thread key. Oldest first. */
  readonly comments?: readonly Seed[] | ReadonlyMap<string, readonly Seed[]>;
  /** `before`: what is sent is held. */
  readonly moderation?: Capabilities['moderation'];
  /** Takes no more comments. */
  readonly closed?: boolean;
  /** What the server says it can do, where it differs. */
  readonly capabilities?: Partial<Capabilities>;
  /** Replies sent with a top-level comment; the others are asked for by `parentId`, as many at a time. */
  readonly repliesAtOnce?: number;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

/** A whole comment server in the page's memory: for demonstrations and for tests. */
export interface MemoryBackend extends Required<Backend>, Faults {
  closed: boolean;
  moderation: Capabilities['moderation'];
  /** Every comment that `create` was called with, refused ones included. */
  readonly sent: readonly NewComment[];
  /** All comments of a thread in the order of their arrival, held and rejected ones included. */
  stored(thread: string): readonly Comment[];
  /** Puts a comment into a thread as if another reader had written it. */
  receive(thread: string, seed: Seed): Comment;
  /** What a moderator does. */
  moderate(id: string, status: CommentStatus): void;
}

const everything: Capabilities = {
  list: true,
  requires: [],
  maxLength: null,
  orders: ['newest', 'oldest', 'popular'],
  like: 'toggle',
  edit: true,
  remove: true,
  report: true,
  counts: true,
  locate: true,
  idempotent: true,
  challenge: null,
  moderation: 'none',
  markup: true,
};

const withTags = ({html, source}: Pick<NewComment['content'], 'html' | 'source'>): Comment['content'] => ({
  text: null,
  html,
  source,
});

const tokenOf = (id: string): string => `edit-${id}`;
const grantTime = 15 * 60_000;

/** A backend that keeps everything in memory and forgets it with the page. */
export function memoryBackend(options: MemoryOptions = {}): MemoryBackend {
  const {repliesAtOnce = 1_000, now = Date.now, comments: seeds = []} = options;
  const threads = new Map<string, Comment[]>();
  const answers = new Map<string, {comment: NewComment; created: Created}>();
  const liked = new Set<string>();
  const sent: NewComment[] = [];
  const {faults, answer} = createFaults();
  let last = 0;

  const inThread = (thread: string): Comment[] => {
    const known = threads.get(thread);
    if (known) return known;
    const comments = ('get' in seeds ? (seeds.get(thread) ?? []) : seeds).map(toComment);
    threads.set(thread, comments);
    return comments;
  };

  const newId = (): string => `new-${++last}`;

  const find = (id: string): {comments: Comment[]; index: number; comment: Comment} => {
    for (const comments of threads.values()) {
      const index = comments.findIndex((comment) => comment.id === id);
      const comment = comments[index];
      if (comment) return {comments, index, comment};
    }
    throw new CommentError('not-found', {status: 404});
  };

  const change = (id: string, changes: Partial<Comment>): Comment => {
    const {comments, index, comment} = find(id);
    return (comments[index] = {...comment, ...changes});
  };

  const own = (id: string, token: string): Comment => {
    const {comment} = find(id);
    if (token !== tokenOf(id)) throw new CommentError('forbidden', {status: 403});
    return comment;
  };

  const toPage = (
    thread: string,
    shown: Pick<CommentPage, 'comments' | 'nextCursor' | 'prevCursor'>,
  ): CommentPage => ({
    ...shown,
    total: inThread(thread).filter(({status}) => status === 'published').length,
    closed: backend.closed,
    skipped: 0,
  });

  /** A page of conversations. Cursors name a top-level comment: they hold while others arrive. */
  const conversationsPage = (thread: string, order: Order, limit: number, cursor: string): CommentPage => {
    const all = toConversations(inThread(thread), order);
    const place = (id: string): number => all.findIndex(({top}) => top.id === id);
    const [where, id = ''] = cursor.split(/:(.*)/s);
    let from = where === 'after' ? place(id) + 1 : where === 'at' ? place(id) : 0;
    let to = from + limit;
    if (where === 'before') [from, to] = [Math.max(0, place(id) - limit), place(id)];
    const shown = all.slice(from, to);
    return toPage(thread, {
      comments: shown.flatMap(({top, replies}) => [
        {...top, moreReplies: Math.max(0, replies.length - repliesAtOnce)},
        ...replies.slice(0, repliesAtOnce),
      ]),
      nextCursor: to < all.length ? `after:${shown.at(-1)?.top.id}` : null,
      prevCursor: from > 0 && cursor !== '' ? `before:${shown[0]?.top.id}` : null,
    });
  };

  const repliesPage = (thread: string, parentId: string, cursor: string | null): CommentPage => {
    const found = toConversations(inThread(thread), 'oldest').find(({top}) => top.id === parentId);
    const replies = found?.replies ?? [];
    const from = cursor === null ? 0 : replies.findIndex(({id}) => id === cursor) + 1;
    const comments = replies.slice(from, from + repliesAtOnce);
    const more = from + comments.length < replies.length;
    return toPage(thread, {
      comments,
      nextCursor: more ? (comments.at(-1)?.id ?? null) : null,
      prevCursor: null,
    });
  };

  const refusal = ({thread, parentId, content}: NewComment): CommentError | null => {
    if (backend.closed) return new CommentError('closed', {status: 403});
    if (
      parentId !== null &&
      !inThread(thread).some(({id, status}) => id === parentId && status === 'published')
    )
      return new CommentError('parent-missing', {status: 410});
    const limit = options.capabilities?.maxLength ?? Infinity;
    if ([...content.text].length <= limit) return null;
    return new CommentError('invalid', {status: 422, fields: [{field: 'content', code: 'too-long', limit}]});
  };

  const create = (comment: NewComment): Created => {
    sent.push(comment);
    const earlier = answers.get(comment.key);
    if (earlier) {
      const same =
        earlier.comment.thread === comment.thread &&
        earlier.comment.parentId === comment.parentId &&
        earlier.comment.content.text === comment.content.text;
      if (same) return earlier.created;
      throw new CommentError('invalid', {status: 422});
    }
    const refused = refusal(comment);
    if (refused) throw refused;
    const status = backend.moderation === 'before' ? 'held' : 'published';
    const stored: Comment = {
      ...toComment({id: newId(), parentId: comment.parentId, status, text: comment.content.text}, 0),
      author: {name: comment.author.name, url: comment.author.url, role: null},
      ...(comment.content.source !== undefined && {content: withTags(comment.content)}),
      createdAt: new Date(now()).toISOString(),
    };
    inThread(comment.thread).push(stored);
    const edit = {token: tokenOf(stored.id), until: new Date(now() + grantTime).toISOString()};
    const created: Created = {status, id: stored.id, comment: stored, edit};
    answers.set(comment.key, {comment, created});
    return created;
  };

  const backend: MemoryBackend = {
    closed: options.closed ?? false,
    moderation: options.moderation ?? 'none',
    ...faults,
    sent,
    capabilities: (signal) =>
      answer('capabilities', signal, () => ({
        ...everything,
        moderation: backend.moderation,
        ...options.capabilities,
      })),
    create: (comment, signal) => answer('create', signal, () => create(comment)),
    list: ({thread, order, limit, cursor, parentId}, signal) =>
      answer('list', signal, () =>
        parentId === undefined
          ? conversationsPage(thread, order, limit, cursor ?? '')
          : repliesPage(thread, parentId, cursor),
      ),
    count: (keys, signal) =>
      answer('count', signal, () => {
        const published = (thread: string): number =>
          inThread(thread).filter(({status}) => status === 'published').length;
        return new Map(keys.map((thread) => [thread, published(thread)]));
      }),
    locate: ({thread, id, order, limit}, signal) =>
      answer('locate', signal, () => {
        const found = toConversations(inThread(thread), order).find(({top, replies}) =>
          [top, ...replies].some((comment) => comment.id === id),
        );
        if (!found) throw new CommentError('not-found', {status: 404});
        return conversationsPage(thread, order, limit, `at:${found.top.id}`);
      }),
    like: (id, wanted, signal) =>
      answer('like', signal, () => {
        const {comment} = find(id);
        if (liked.has(id) === wanted) return comment.likes;
        if (wanted) liked.add(id);
        else liked.delete(id);
        return change(id, {likes: comment.likes + (wanted ? 1 : -1)}).likes;
      }),
    edit: (id, text, html, token, signal, source) =>
      answer('edit', signal, () => {
        own(id, token);
        const content = source === undefined ? {text, html: null} : withTags({html, source});
        return change(id, {content, editedAt: new Date(now()).toISOString()});
      }),
    remove: (id, token, signal) =>
      answer('remove', signal, () => {
        own(id, token);
        change(id, {status: 'deleted', content: {text: null, html: null}});
      }),
    report: (id, _reason, signal) => answer('report', signal, () => void find(id)),
    status: (id, token, signal) => answer('status', signal, () => own(id, token)),

    stored: inThread,
    receive(thread, seed) {
      const comments = inThread(thread);
      const comment = toComment(
        {id: newId(), createdAt: new Date(now()).toISOString(), ...seed},
        comments.length,
      );
      comments.push(comment);
      return comment;
    },
    moderate: (id, status) => void change(id, {status}),
  };
  return backend;
}

/** `backend="memory"`: starts empty, takes everything, keeps nothing. */
export const createMemory: BackendFactory = () => memoryBackend();
