/**
 * Stands in for PostgREST, whose program cannot be had from a package registry.
 * What is ours: it reads the requests of the adapter (and refuses any other),
 * writes them as SQL, and gives errors the status that PostgREST's tables tell.
 * What is real: the database that runs the SQL as the role of visitors, with
 * its constraints, triggers, grants and row-level security.
 */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {Pool, type PoolClient} from 'pg';
import {readQuery, type Condition, type Operator} from './query.js';

export interface StandIn {
  /** Address of the API, ends in a slash. */
  readonly url: string;
  /** Methods and addresses that were asked for, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

export interface StandInOptions {
  /** Rows at once, as `db-max-rows` limits them. */
  readonly maxRows?: number;
  /** What the header `apikey` has to be, as at Supabase. */
  readonly apiKey?: string;
}

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly range?: string;
}

const name = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const signs: Readonly<Record<Operator, string>> = {eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<='};

/** A condition as SQL; its values go into `values`, where the database reads them by the column's type. */
function toSql(condition: Condition, values: unknown[]): string {
  switch (condition.kind) {
    case 'or':
    case 'and':
      return `(${condition.of.map((one) => toSql(one, values)).join(` ${condition.kind} `)})`;
    case 'is':
      return `${name(condition.column)} is ${condition.value}`;
    case 'in':
      values.push(condition.values);
      return `${name(condition.column)} = any ($${values.length})`;
    case 'compare':
      values.push(condition.value);
      return `${name(condition.column)} ${signs[condition.operator]} $${values.length}`;
  }
}

async function select(client: PoolClient, table: string, search: string, maxRows: number): Promise<Answer> {
  const {select, where, order, limit} = readQuery(search);
  const values: unknown[] = [];
  const columns = select.map((one) => `${name(one.column)} as ${name(one.name)}`).join() || '*';
  const conditions = where.map((one) => ` and ${toSql(one, values)}`).join('');
  const from = `from ${name(table)} where true${conditions}`;
  const sorted = order.map((one) => `${name(one.column)} ${one.descending ? 'desc' : 'asc'}`).join();
  const page = `select ${columns} ${from}${sorted && ` order by ${sorted}`} limit ${Math.min(limit, maxRows)}`;
  const rows = await client.query<{body: string; rows: number}>(
    `select coalesce(json_agg(page), '[]')::text as body, count(*)::int as rows from (${page}) as page`,
    values,
  );
  const all = await client.query<{total: number}>(`select count(*)::int as total ${from}`, values);
  const {body = '', rows: shown = 0} = rows.rows[0] ?? {};
  const {total = 0} = all.rows[0] ?? {};
  return {status: shown < total ? 206 : 200, body, range: `${shown ? `0-${shown - 1}` : '*'}/${total}`};
}

async function insert(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  row: string,
  returned: boolean,
): Promise<Answer> {
  const list = columns.map(name).join();
  const {rows} = await client.query<{row: unknown}>(
    `insert into ${name(table)} (${list}) select ${list} from json_populate_record(null::${name(table)}, $1)` +
      (returned ? ` returning to_json(${name(table)}) as row` : ''),
    [row],
  );
  return {status: 201, range: '*/*', ...(returned && {body: JSON.stringify(rows.map((one) => one.row))})};
}

const toError = (status: number, code: string, message: string): Answer => ({
  status,
  body: JSON.stringify({code, details: null, hint: null, message}),
});

interface DatabaseError {
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'code' in error && /^[\dA-Z]{5}$/.test(String(error.code));

function statusOf(code: string): number {
  if (/^PT\d{3}$/.test(code)) return Number(code.slice(2));
  if (/^2350[35]$/.test(code)) return 409;
  // Visitors are told to log in; a user would be told 403.
  if (code === '42501') return 401;
  if (code === '42P01') return 404;
  return /^(?:5[4578]|25)/.test(code) ? 500 : 400;
}

/** What stands behind `api` in a database's schema cache. */
async function columnsOf(pool: Pool, table: string): Promise<readonly string[]> {
  const {rows} = await pool.query<{column: string}>(
    'select column_name as column from information_schema.columns where table_schema = $1 and table_name = $2',
    ['public', table],
  );
  return rows.map(({column}) => column);
}

async function answer(pool: Pool, request: IncomingMessage, maxRows: number): Promise<Answer> {
  const {pathname, search} = new URL(request.url ?? '/', 'http://localhost');
  const table = decodeURIComponent(pathname.slice(1));
  const known = await columnsOf(pool, table);
  if (!known.length)
    return toError(404, 'PGRST205', `Could not find the table 'public.${table}' in the schema cache`);
  const body = await text(request);
  const wanted = String(request.headers['prefer']);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local role anon');
    let found: Answer;
    if (request.method === 'POST') {
      const columns = Object.keys(JSON.parse(body) as object);
      const strange = columns.find((column) => !known.includes(column));
      found = strange
        ? toError(400, 'PGRST204', `Could not find the '${strange}' column of '${table}' in the schema cache`)
        : await insert(client, table, columns, body, wanted === 'return=representation');
    } else {
      if (request.method !== 'GET' || wanted !== 'count=exact')
        throw new Error(`no ${request.method} ${wanted}`);
      found = await select(client, table, search, maxRows);
    }
    await client.query('commit');
    return found;
  } catch (error) {
    await client.query('rollback');
    if (!isDatabaseError(error)) return toError(400, 'PGRST100', String(error));
    const {code, message, detail = null, hint = null} = error;
    return {status: statusOf(code), body: JSON.stringify({code, details: detail, hint, message})};
  } finally {
    client.release();
  }
}

function send(response: ServerResponse, {status, body, range}: Answer): void {
  if (range) response.setHeader('content-range', range);
  if (body !== undefined) response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(status).end(body);
}

export async function startStandIn(
  database: string,
  {maxRows = 1_000, apiKey}: StandInOptions = {},
): Promise<StandIn> {
  const pool = new Pool({connectionString: database, max: 4});
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (apiKey && request.headers['apikey'] !== apiKey)
      send(response, {
        status: 401,
        body: JSON.stringify({message: 'Invalid API key', hint: 'Double check.'}),
      });
    else send(response, await answer(pool, request, maxRows));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await pool.end();
    },
  };
}
