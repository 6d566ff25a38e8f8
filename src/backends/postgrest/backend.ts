import type {BackendFactory} from '../port.js';
import {toCount} from '../received.js';
import {parseOrNull} from '../schema.js';
import {openSending} from './create.js';
import {openPages} from './pages.js';
import {openRows, toLists} from './rows.js';
import {openStretches} from './stretch.js';
import {readTable} from './table.js';
import {countSchema} from './wire.js';

/** A table of comments behind PostgREST, Supabase's for one, for `backend="postgrest"`. */
export const createPostgrest: BackendFactory = (options) => {
  const table = readTable(options.endpoint);
  const {site} = options;
  const {counts, moderation} = table;
  const read = openRows(options, table);
  const {list, locate} = openPages(table, openStretches(site, table, read));

  return {
    async capabilities() {
      return {
        list: true,
        // What the table insists on is told when it does.
        requires: [],
        maxLength: null,
        orders: ['newest', 'oldest'],
        like: null,
        edit: false,
        remove: false,
        report: false,
        counts: counts !== null,
        locate: true,
        idempotent: table.takes('id'),
        challenge: null,
        moderation,
      };
    },
    create: openSending(options, table),
    list,
    locate,
    ...(counts && {
      async count(threads, signal) {
        const numbers = new Map(threads.map((thread) => [thread, 0]));
        await Promise.all(
          toLists([...numbers.keys()]).map(async (list) => {
            const ofSite = site ? [table.equal('site', site)] : [];
            const {rows} = await read(counts, [['thread', list], ...ofSite], signal);
            for (const row of rows) {
              const wire = parseOrNull(countSchema, row);
              if (wire && numbers.has(wire.thread)) numbers.set(wire.thread, toCount(wire.comments) ?? 0);
            }
          }),
        );
        return numbers;
      },
    }),
  };
};
