import type {Between} from '../start-reference.js';
import {answering, hearing, listing, plain, replying, showing, type WrongServer} from './spoil.js';

const asModerator = (token: string): Between =>
  hearing((_, headers) => {
    if (headers.has('Authorization')) headers.set('Authorization', `Bearer ${token}`);
  });

/** What goes wrong with tokens, likes, moderation, limits and headers. `token` is the moderators'. */
export const wrongOthers = (token: string): readonly WrongServer[] => [
  {
    mistake: 'takes every token',
    breaks: [
      'own: nobody else can read, change or delete it that way',
      'moderation: nobody else may see or decide',
    ],
    between: asModerator(token),
  },
  {
    mistake: 'gives no edit token',
    breaks: [
      'own: a comment can be changed by who holds its token',
      'own: its author reads it in any status',
    ],
    between: answering((body) => ({...body, edit: undefined})),
  },
  {
    mistake: 'keeps the place of every deleted comment',
    breaks: [
      'own: a deleted comment without replies is gone',
      'own: places are kept all the way up, and go together',
      'moderation: an approved reply brings the place of what it answered',
    ],
    between: async (request, serve) => {
      if (request.method !== 'DELETE' || request.url.endsWith('/like')) return serve(request);
      return new Response(null, {status: 204});
    },
  },
  {
    mistake: 'counts every click as a like',
    breaks: [
      'reactions: a reader likes once and can take it back',
      'reactions: likes at the same moment all count, each reader once',
    ],
    between: hearing(
      (_, headers) => headers.has('Reader-Key') && headers.set('Reader-Key', crypto.randomUUID()),
    ),
  },
  {
    mistake: 'takes likes and reports of anything',
    breaks: ['reactions: a like needs a reader and a comment', 'reactions: a report is taken'],
    between: replying((response, request) =>
      /\/(?:like|report)$/.test(request.url) && !response.ok
        ? Response.json({likes: 1}, {status: 202})
        : response,
    ),
  },
  {
    mistake: 'publishes at once what should wait',
    breaks: [
      'moderation: a held comment is seen by nobody until it is approved',
      'moderation: a comment that is changed after approval waits again',
    ],
    between: showing((comment) => ({...comment, status: 'published'})),
  },
  {
    mistake: 'tells everybody what a rejected comment said',
    breaks: ['moderation: a rejected comment is not shown, its replies keep its place'],
    between: listing(({comments}) => ({
      comments: comments.map((comment) => ({...comment, status: 'published'})),
    })),
  },
  {
    mistake: 'shows moderators the newest first',
    breaks: ['moderation: a moderator sees what waits, across threads, the longest waiting first'],
    between: listing(({comments}) => ({comments: comments.toReversed()})),
  },
  {
    mistake: 'shows moderators no reports',
    breaks: ['moderation: reports are seen by a moderator and settled by a decision'],
    between: answering((body) => (body.reports ? {reports: []} : body)),
  },
  {
    mistake: 'lets everything be kept on the way',
    breaks: [
      'moderation: what moderators read holds no e-mail address and is not kept on the way',
      'own: its author reads it in any status',
    ],
    between: replying((response) => {
      const headers = new Headers(response.headers);
      headers.set('Cache-Control', 'public, max-age=60');
      return new Response(response.body, {status: response.status, headers});
    }),
  },
  {
    mistake: 'believes what a client says of its address',
    breaks: ['limits: too many comments from one address have to wait, whatever it says of itself'],
    between: replying((response, request) =>
      response.status === 429 && request.headers.has('X-Forwarded-For')
        ? Response.json({}, {status: 201})
        : response,
    ),
  },
  {
    mistake: 'announces nothing',
    breaks: [
      'capabilities: say what the server can do',
      'capabilities: say when comments wait for a moderator',
      'fields: a comment may have as many characters as are announced, as a reader counts them',
    ],
    between: replying((response, request) =>
      request.url.endsWith('/capabilities') ? plain(404, '') : response,
    ),
  },
  {
    mistake: 'lets pages of every origin in',
    breaks: [
      'cross-origin: pages of other origins may not',
      'cross-origin: pages of an allowed origin may write',
    ],
    between: replying((response) => {
      const headers = new Headers(response.headers);
      headers.set('Access-Control-Allow-Origin', '*');
      return new Response(response.body, {status: response.status, headers});
    }),
  },
  {
    mistake: 'protects nothing by headers',
    breaks: [
      'cross-origin: an answer that is opened as a page can do nothing',
      'cross-origin: pages of an allowed origin may read answers, also of failures',
    ],
    between: replying((response) => new Response(response.body, {status: response.status})),
  },
];
