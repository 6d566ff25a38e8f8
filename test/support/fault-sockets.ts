/** Comment servers that go wrong on the wire: each has a port of its own, and writes its answers byte by byte. */
import {createServer, type Server, type Socket} from 'node:net';
import type {AddressInfo} from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What a server does with a request, in place of a good answer. */
export type Fault = (socket: Socket, asked: Asked, server: FaultySite) => void;

const cors = (asked: Asked): string =>
  [
    `access-control-allow-origin: ${asked.headers.get('origin') ?? '*'}`,
    'access-control-allow-methods: GET, POST',
    'access-control-allow-headers: content-type, idempotency-key, accept',
    'access-control-expose-headers: Retry-After',
    // Browsers by themselves ask again on a connection that they kept from before and that breaks.
    'connection: close',
  ].join('\r\n');

export interface AnswerParts {
  readonly status?: number;
  readonly type?: string | null;
  readonly body?: string | Buffer;
  readonly headers?: readonly string[];
  /** False: the answer may not be read by pages of other origins. */
  readonly allowed?: boolean;
  /** Bytes that are announced; null: none are. */
  readonly length?: number | null;
}

/** The bytes of an answer. */
export function bytes(asked: Asked, parts: AnswerParts): Buffer {
  const {status = 200, type = 'application/json', body = '', headers = [], allowed = true} = parts;
  const content = Buffer.from(body);
  const {length = content.length} = parts;
  const lines = [
    `HTTP/1.1 ${status} Answer`,
    ...(type === null ? [] : [`content-type: ${type}`]),
    ...(length === null ? [] : [`content-length: ${length}`]),
    ...(allowed ? [cors(asked)] : ['connection: close']),
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]);
}

/** One comment server on one port. */
export class FaultySite {
  readonly #server: Server = createServer((socket) => this.#listen(socket));
  readonly #sockets = new Set<Socket>();
  /** Comments that it has, by the key that they came with: the same comment is stored once. */
  readonly held = new Map<string, string>();
  /** Every request but preflights. */
  readonly asked: Asked[] = [];
  /** Null: it answers as it should. */
  fault: Fault | null;
  /** Breaks off as soon as a comment begins to come, before its body is read. */
  early = false;
  /** What goes wrong is what it says of itself, and not the comments. */
  aboutItself = false;
  /** Another server, for redirects. */
  elsewhere = '';
  /** Only requests of this method go wrong. */
  readonly method: string;

  constructor(method: 'GET' | 'POST', fault: Fault | null) {
    this.method = method;
    this.fault = fault;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  count(method: string): number {
    return this.asked.filter((one) => one.method === method && !one.path.endsWith('/capabilities')).length;
  }

  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  /** Nothing that an earlier fault left hanging stays open. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** From now on it is a good server. */
  heal(): void {
    this.fault = null;
    this.early = false;
    this.hangUp();
  }

  /** Stores a comment as a server that knows keys does. */
  store({headers, body}: Asked): {readonly id: string; readonly text: string} {
    const key = headers.get('idempotency-key') ?? body;
    const isForm = headers.get('content-type')?.includes('urlencoded');
    const text = isForm
      ? (new URLSearchParams(body).get('message') ?? '')
      : String((JSON.parse(body) as {content?: {text?: unknown}}).content?.text);
    this.held.set(key, text);
    return {id: String([...this.held.keys()].indexOf(key) + 1), text};
  }

  /** The answer to a comment that was stored. */
  created(asked: Asked): string {
    const {id, text} = this.store(asked);
    return JSON.stringify({comment: wire(id, text)});
  }

  /** What it lists. */
  listed(): string {
    return JSON.stringify({
      comments: [
        wire('900', 'تعليق من قبل'),
        ...[...this.held.values()].map((text, at) => wire(`${at + 1}`, text)),
      ],
      total: this.held.size + 1,
      nextCursor: null,
    });
  }

  answer(socket: Socket, asked: Asked, parts: AnswerParts): void {
    socket.end(bytes(asked, parts));
  }

  /** What it answers when nothing is wrong; a comment is stored by that. */
  goodParts(asked: Asked): AnswerParts {
    if (asked.method === 'POST') return {status: 201, body: this.created(asked)};
    const can = '{"orders":["newest"],"idempotent":true}';
    return {body: asked.path.endsWith('/capabilities') ? can : this.listed()};
  }

  good(socket: Socket, asked: Asked): void {
    this.answer(socket, asked, this.goodParts(asked));
  }

  #listen(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // What the other side breaks off is what these tests are about.
    socket.on('error', () => socket.destroy());
    let text = Buffer.alloc(0);
    socket.on('data', (piece: Buffer) => {
      text = Buffer.concat([text, piece]);
      if (this.early && text.includes('POST ')) return void socket.resetAndDestroy();
      const asked = read(text);
      if (!asked) return;
      text = Buffer.alloc(0);
      this.#take(socket, asked);
    });
  }

  #take(socket: Socket, asked: Asked): void {
    if (asked.method === 'OPTIONS') return this.answer(socket, asked, {status: 204, type: null});
    this.asked.push(asked);
    if (this.fault && this.goesWrong(asked)) this.fault(socket, asked, this);
    else this.good(socket, asked);
  }

  /** Whether it is with this request that something is wrong. */
  goesWrong({method, path}: Asked): boolean {
    return method === this.method && path.endsWith('/capabilities') === this.aboutItself;
  }
}

const wire = (id: string, text: string): object => ({
  id,
  parentId: null,
  author: {name: 'ليلى', url: null},
  content: {text, html: null},
  createdAt: '2026-01-02T03:04:05Z',
  status: 'published',
});

/** The request, once all of it is here. */
function read(bytesRead: Buffer): Asked | null {
  const end = bytesRead.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = bytesRead.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
    }),
  );
  const body = bytesRead.subarray(end + 4);
  if (body.length < Number(headers.get('content-length') ?? 0)) return null;
  const [method = '', path = ''] = first.split(' ');
  return {method, path, headers, body: body.toString('utf8')};
}
