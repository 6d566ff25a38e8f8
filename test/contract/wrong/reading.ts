import type {WirePage} from '../client.js';
import type {Between} from '../start-reference.js';
import {
  answering,
  hearing,
  isList,
  isPost,
  listing,
  plain,
  reading,
  replying,
  showing,
  type WrongServer,
} from './spoil.js';

/** Reads on by numbers, as "LIMIT … OFFSET …" does. */
const byOffset: Between = async (request, serve) => {
  const url = new URL(request.url);
  if (!isList(request) || !url.searchParams.has('thread')) return serve(request);
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const offset = Number(url.searchParams.get('cursor') ?? 0);
  url.searchParams.delete('cursor');
  url.searchParams.set('limit', '100');
  const response = await serve(new Request(url, {headers: request.headers}));
  if (!response.ok) return response;
  const page = (await response.json()) as WirePage;
  const comments = page.comments.slice(offset, offset + limit);
  const more = page.comments.length > offset + limit;
  return Response.json({...page, comments, nextCursor: more ? String(offset + limit) : null});
};

/** What goes wrong when comments are read. */
export const wrongReading: readonly WrongServer[] = [
  {
    mistake: 'shows e-mail addresses',
    breaks: [
      'comment: never carries an e-mail address',
      'comment: is answered with every member, by its type',
    ],
    between: showing((comment) => ({
      ...comment,
      author: {...comment.author, email: 'very.private@example.org'},
    })),
  },
  {
    mistake: 'escapes text',
    breaks: ['comment: comes back as it was typed'],
    between: showing((comment) => ({
      ...comment,
      content: {...comment.content, text: comment.content.text?.replaceAll('<', '&lt;') ?? null},
    })),
  },
  {
    mistake: 'does not clean',
    breaks: ['comment: is cleaned of what cannot be seen or would reach beyond it'],
    between: showing((comment) => ({
      ...comment,
      author: {...comment.author, name: `\u202E${comment.author.name}`},
    })),
  },
  {
    mistake: 'passes HTML on',
    breaks: ['comment: never carries HTML that a client has made'],
    between: showing((comment) => ({
      ...comment,
      content: {...comment.content, html: '<p onclick="alert(1)">'},
    })),
  },
  {
    mistake: 'gives the badge that is asked for',
    breaks: ['comment: gives nobody a badge by asking', 'fields: a token in the request is no harm'],
    between: showing((comment) => ({...comment, author: {...comment.author, role: 'moderator'}})),
  },
  {
    mistake: 'writes dates in the list as people do',
    breaks: ['comment: is the same in the list as in the answer to its author'],
    between: listing(({comments}) => ({
      comments: comments.map((comment) => ({
        ...comment,
        createdAt: new Date(comment.createdAt).toUTCString(),
      })),
    })),
  },
  {
    mistake: 'takes websites as they are typed',
    breaks: ['comment: carries a website only as an http(s) address'],
    between: showing((comment) => ({...comment, author: {...comment.author, url: 'example.org'}})),
  },
  {
    mistake: 'takes an unknown thread for an error',
    breaks: ['reading: finds an unknown thread empty'],
    between: replying(async (response, request) => {
      const page = isList(request) && response.ok ? ((await response.clone().json()) as WirePage) : null;
      return page?.total === 0 ? plain(404, 'Not found') : response;
    }),
  },
  {
    mistake: 'knows one order only',
    breaks: ['reading: gives the newest first, or the oldest', 'paging: orders by likes, then by age'],
    between: hearing((url) => url.searchParams.delete('order')),
  },
  {
    mistake: 'mixes replies among comments',
    breaks: ['reading: puts all descendants after their top-level comment, the oldest first'],
    between: listing(({comments}) => ({
      comments: [...comments].sort((one, other) => other.createdAt.localeCompare(one.createdAt)),
    })),
  },
  {
    mistake: 'takes thread keys for addresses',
    breaks: ['reading: keeps threads apart, whatever is in their keys'],
    between: async (request, serve) => {
      const path = (key: unknown): string => new URL(String(key), 'https://x.example/').pathname;
      const bodies = reading((body) => ({...body, thread: path(body.thread)}));
      const addresses = hearing((url) =>
        url.searchParams.set('thread', path(url.searchParams.get('thread'))),
      );
      return isPost(request) ? bodies(request, serve) : addresses(request, serve);
    },
  },
  {
    mistake: 'forgets the site',
    breaks: ['reading: keeps sites apart'],
    between: async (request, serve) =>
      request.method === 'GET'
        ? hearing((url) => url.searchParams.delete('site'))(request, serve)
        : reading((body) => ({...body, site: null}))(request, serve),
  },
  {
    mistake: 'cuts thread keys to what a column takes',
    breaks: ['reading: takes a key of 2,000 characters and no longer one'],
    between: hearing((url) =>
      url.searchParams.set('thread', (url.searchParams.get('thread') ?? '').slice(0, 255)),
    ),
  },
  {
    mistake: 'answers an empty list to what it does not understand',
    breaks: [
      'reading: refuses what it does not understand',
      'paging: does not take a cursor of another order',
      'paging: finds no page around what is not in the thread',
      'replies: of what is not in the thread are not found',
    ],
    between: replying((response, request) =>
      isList(request) && response.status >= 400
        ? Response.json({comments: [], total: 0, nextCursor: null, prevCursor: null, closed: false})
        : response,
    ),
  },
  {
    mistake: 'sends everything again each time',
    breaks: ['reading: says when nothing has changed'],
    between: hearing((_, headers) => headers.delete('If-None-Match')),
  },
  {
    mistake: 'leaves out threads without comments when counting',
    breaks: ['reading: counts many threads at once'],
    between: answering((body) =>
      body.counts
        ? {counts: Object.fromEntries(Object.entries(body.counts).filter(([, number]) => number !== 0))}
        : body,
    ),
  },
  {
    mistake: 'answers with a page of HTML where there is nothing',
    breaks: ['reading: answers 404 for what is not there', 'own: what is not there is not found'],
    between: replying((response) => (response.status === 404 ? plain(404, '<h1>Not found</h1>') : response)),
  },
  {
    mistake: 'pages by numbers',
    breaks: [
      'paging: under newest repeats and drops none while others arrive',
      'paging: stays where it was when the comment beside it is deleted',
      'paging: goes back by the cursor before',
    ],
    between: byOffset,
  },
  {
    mistake: 'loses one comment at the end of a page',
    breaks: [
      'paging: under oldest repeats and drops none while many arrive at once',
      'paging: gives as many top-level comments as asked for, then a cursor, then the rest',
    ],
    between: listing(({comments, nextCursor}) =>
      nextCursor === null ? {} : {comments: comments.slice(0, -1)},
    ),
  },
  {
    mistake: 'always gives the first page around a comment',
    breaks: ['paging: finds the page around a comment, also around a reply'],
    between: hearing((url) => url.searchParams.delete('around')),
  },
  {
    mistake: 'shows replies as comments of their own',
    breaks: [
      'paging: puts no reader at a loss by a reply that arrives',
      'replies: are cut off where an answer would hold more than 1,000, and can be read on',
    ],
    between: showing((comment) => ({
      ...comment,
      parentId: null,
      content: {...comment.content, text: 'رد متأخر'},
    })),
  },
  {
    mistake: 'gives the replies of the whole thread',
    breaks: ['replies: of one comment are all below it, and no others'],
    between: hearing((url) => url.searchParams.delete('parent')),
  },
  {
    mistake: 'counts as many threads as it is asked for',
    breaks: ['reading: counts at most 100'],
    between: hearing((url) => {
      const keys = url.searchParams.getAll('thread').slice(0, 100);
      url.searchParams.delete('thread');
      for (const key of keys) url.searchParams.append('thread', key);
    }),
  },
];
