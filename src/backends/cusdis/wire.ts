import * as z from 'zod/mini';
import {anything, content, id, name} from '../schema.js';

/** A comment, and what it answers as its place in the list tells. Anything else, as e-mail addresses, is left out. */
export const itemSchema = z.object({
  comment: z.object({
    id,
    by_nickname: name,
    /** HTML that the server made of the Markdown; without links and pictures, those in angle brackets aside. */
    parsedContent: content,
    createdAt: anything,
    /** Of a comment by the site's owner. */
    moderatorId: anything,
    moderator: z.nullish(z.object({displayName: name})),
  }),
  parentId: anything,
});

export type WireItem = z.output<typeof itemSchema>;

/** Where a comment stands, and its replies. */
export const placeSchema = z.object({id: anything, createdAt: anything, replies: anything});

/** Comments at the top, or replies to one of them. */
export const levelSchema = z.object({
  data: z.array(z.unknown()),
  commentCount: anything,
  pageCount: anything,
});

export const listSchema = z.object({data: levelSchema});

export const createdSchema = z.object({data: z.object({id, createdAt: anything})});
