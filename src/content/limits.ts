import {commentMax} from './comment-max.js';

/** Every limit of the widget in one place; checks, counters and schemas are derived from it. */
export const limits = {
  /** Name as shown, in characters. */
  name: 80,
  /** Name as received, in UTF-16 code units, before cleaning. */
  receivedName: 4_000,
  /** E-mail address, in characters (RFC 5321 path). */
  email: 254,
  /** Website or link, in characters. */
  url: 2_000,
  /** Comment, in characters, when the page sets none. */
  commentMin: 1,
  commentMax,
  /** Code points a comment may have for each character allowed: stacked marks cannot smuggle megabytes. */
  codePointsPerCharacter: 4,
  /** Received text or HTML of one comment, in UTF-16 code units. */
  receivedContent: 65_536,
  /** Thread key, in characters. */
  thread: 2_000,
  /** Comment id, in characters. */
  id: 200,
  /** Combining marks on one base. */
  marks: 8,
  /** Answer of a server, in decoded bytes. */
  answer: 4 * 1024 * 1024,
  /** Time for a request with its body, in milliseconds. */
  requestTime: 15_000,
  /** Nodes and nesting of one sanitized comment. */
  fragmentNodes: 4_000,
  fragmentDepth: 40,
  /** Draft kept in storage, in bytes. */
  draft: 65_536,
  /** Challenge token, in bytes. */
  challenge: 8_192,
} as const;
