import type {NewComment} from '../../content/types.js';
import {CommentError} from '../errors.js';
import {request} from '../http.js';
import type {BackendOptions, Created} from '../port.js';
import {toRow} from './mapping.js';
import {stored, toRefusal} from './refusal.js';
import {notATable} from './rows.js';
import type {Table} from './table.js';

/** Puts a comment into the table. */
export const openSending =
  (options: BackendOptions, table: Table) =>
  async (sent: NewComment, signal: AbortSignal): Promise<Created> => {
    const {origin, pathname} = table.address;
    const url = new URL(origin + pathname);
    const answer = await request(
      options,
      {
        url,
        method: 'POST',
        json: toRow(sent, options.site, table),
        // With the row in the answer the database would refuse a comment that visitors may not see yet.
        headers: {prefer: 'return=minimal'},
        answer: 'none',
        refusal: (answer) => toRefusal(answer, table, sent),
      },
      signal,
    ).catch((error: unknown) => {
      // Otherwise an attempt before had arrived.
      if (!(error instanceof CommentError && error.cause === stored)) throw error;
    });
    if (answer && answer.status !== 201) throw notATable(url);
    return {
      status: table.moderation === 'before' ? 'held' : 'published',
      id: table.takes('id') ? sent.key : null,
      comment: null,
    };
  };
