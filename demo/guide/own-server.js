// A comment server as one might already have: a small JSON API, its notes in memory.
// Run it with `node demo/guide/own-server.js` and open the address that it prints.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';

const types = {html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css'};

/** Answers for a file of this folder, or one of the built widget. */
async function answerFile(path) {
  const file = path === '/' ? '/own-backend.html' : path;
  if (!/^\/(?:dist\/)?(?:chunks\/)?[\w.-]+\.(?:html|js|css)$/.test(file)) return {status: 404};
  const place = file.startsWith('/dist/') ? `../..${file}` : `.${file}`;
  const body = await readFile(new URL(place, import.meta.url)).catch(() => null);
  return body ? {status: 200, body, type: types[file.split('.').at(-1)]} : {status: 404};
}

const toJson = (status, value) => ({status, body: JSON.stringify(value), type: 'application/json'});

/** The API: `GET /notes?page=…&before=…` and `POST /notes`. Pages of ten, the newest first. */
export function openGuestbook() {
  const notes = [];

  /** With its answers, and theirs. Nobody but the owner sees an e-mail. */
  const toBranch = ({no, under, who, said, at}) => [
    {no, under, who, said, at},
    ...notes.filter((note) => note.under === no).flatMap(toBranch),
  ];

  function read(page, before) {
    const all = notes.filter((note) => note.page === page);
    const tops = all.filter(({under, no}) => under === null && no < before).toReversed();
    const shown = tops.slice(0, 10);
    const more = tops.length > shown.length ? shown.at(-1).no : null;
    return toJson(200, {notes: shown.flatMap(toBranch), all: all.length, more});
  }

  function write({page, under, who, mail, said, once}) {
    const known = notes.find((note) => note.once === once);
    if (known) return toJson(200, {no: known.no});
    if (!who) return toJson(422, {wrong: 'who'});
    if (!said || said.length > 10_000) return toJson(422, {wrong: 'said'});
    if (under !== null && !notes.some((note) => note.no === under && note.page === page))
      return toJson(404, {wrong: 'under'});
    const note = {no: notes.length + 1, page, under, who, mail, said, once, at: Date.now()};
    notes.push(note);
    return toJson(201, {no: note.no});
  }

  return async (request) => {
    const {pathname, searchParams} = new URL(request.url, 'http://localhost');
    if (pathname !== '/notes') return answerFile(pathname);
    if (request.method === 'GET')
      return read(searchParams.get('page'), Number(searchParams.get('before') ?? Infinity));
    return write(JSON.parse(await text(request)));
  };
}

export function serve(port = 0) {
  const answer = openGuestbook();
  const server = createServer(async (request, response) => {
    const {status, body, type} = await answer(request).catch(() => ({status: 500}));
    if (type) response.setHeader('Content-Type', type);
    response.writeHead(status).end(body);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve(5_174);
  process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`);
}
