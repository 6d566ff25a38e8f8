/** Cusdis as its protocol says it behaves, with its state in memory. */
import type {Handler} from '../../../src/testing.js';

export interface Stored {
  readonly id: string;
  readonly pageId: string;
  readonly parentId: string | null;
  readonly content: string;
  readonly by_nickname: string;
  readonly by_email: string | null;
  readonly createdAt: string;
  readonly approved: boolean;
  readonly deletedAt: string | null;
  readonly moderator: {readonly displayName: string} | null;
}

export interface Cusdis {
  readonly answer: Handler;
  readonly comments: Stored[];
  /** What was last told of the page. */
  readonly page: {readonly url: unknown; readonly title: unknown};
  /** What a moderator does. */
  change(id: string, changes: Partial<Stored>): void;
}

export const host = 'https://cusdis.example';
export const appId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
export const pageId = '/2026/01/مقال';

const rootsAtOnce = 10;
const repliesAtOnce = 100;

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*'},
  });

export const unexpected = (): Response => json({message: 'Unexpected error'}, 500);

/** A greater number is a later comment. */
export const stored = (number: number, changes: Partial<Stored> = {}): Stored => ({
  id: `c-${number}`,
  pageId,
  parentId: null,
  content: `تعليق **${number}**`,
  by_nickname: 'ليلى <b> & شركاه',
  by_email: 'laila@secret.example',
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
  approved: true,
  deletedAt: null,
  moderator: null,
  ...changes,
});

const render = (content: string): string =>
  `<p>${content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p>\n`;

export function openCusdis(seeds: readonly Stored[] = [], refusal?: () => Response): Cusdis {
  const comments = [...seeds];
  const page = {url: undefined as unknown, title: undefined as unknown};

  function level(slug: string, parentId: string | null, from: number, size: number): object {
    const all = comments
      .filter((one) => one.pageId === slug && one.parentId === parentId && one.approved && !one.deletedAt)
      .sort((one, other) => (one.createdAt > other.createdAt ? -1 : 1));
    const data = all.slice(from, from + size).map(({id, createdAt, content, by_nickname, moderator}) => ({
      id,
      createdAt,
      content,
      by_nickname,
      moderatorId: moderator ? 'owner' : null,
      moderator,
      page: {id: 'p', slug, url: page.url, title: page.title, projectId: appId},
      parsedContent: render(content),
      parsedCreatedAt: '2026-01-31 19:04',
      replies: level(slug, id, 0, repliesAtOnce),
    }));
    const pageCount = Math.ceil(all.length / size) || 1;
    return {commentCount: all.length, pageSize: size, pageCount, data};
  }

  async function create(request: Request): Promise<Response> {
    if (refusal) return refusal();
    const body = (await request.json()) as Readonly<Record<string, string | undefined>>;
    if (body['appId'] !== appId) return json({message: 'Project not found'}, 404);
    const {content, nickname, parentId} = body;
    const isUnknown = parentId !== undefined && !comments.some(({id}) => id === parentId);
    if (content === undefined || nickname === undefined || isUnknown) return unexpected();
    if (body['pageUrl'] !== undefined) page.url = body['pageUrl'];
    if (body['pageTitle'] !== undefined) page.title = body['pageTitle'];
    const comment = stored(comments.length + 1, {
      pageId: body['pageId'] ?? '',
      parentId: parentId ?? null,
      content,
      by_nickname: nickname,
      by_email: body['email'] ?? null,
      approved: false,
    });
    comments.push(comment);
    return json({data: {...comment, updatedAt: comment.createdAt, moderatorId: null}});
  }

  return {
    comments,
    page,
    change(id, changes) {
      const index = comments.findIndex((one) => one.id === id);
      const comment = comments[index];
      if (comment) comments[index] = {...comment, ...changes};
    },
    answer(request) {
      const {pathname, searchParams} = new URL(request.url);
      if (pathname !== '/api/open/comments')
        return new Response('<!doctype html><title>404</title>', {
          status: 404,
          headers: {'content-type': 'text/html'},
        });
      if (request.method === 'POST') return create(request);
      if (searchParams.get('appId') !== appId)
        return json({data: {commentCount: 0, data: [], pageCount: 0, pageSize: rootsAtOnce}}, 404);
      const number = Number(searchParams.get('page')) || 1;
      const slug = searchParams.get('pageId') ?? '';
      return json({data: level(slug, null, (number - 1) * rootsAtOnce, rootsAtOnce)});
    },
  };
}
