/**
 * `node server.mjs FOLDER PORT`: the Waline that is installed in FOLDER, as its package starts on a host of
 * functions, but on loopback only. `POST /switches` changes its settings while it runs: names in capitals are
 * those of its environment, the others those of its configuration; null takes one away.
 */
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const [, , folder = '', port = ''] = process.argv;
const require = createRequire(join(folder, 'package.json'));
const waline = require('@waline/vercel')();

async function turn(request) {
  let body = '';
  for await (const piece of request) body += piece;
  for (const [name, value] of Object.entries(JSON.parse(body))) {
    if (!/^[A-Z_]+$/.test(name)) globalThis.think.config(name, value);
    else if (value === null) delete process.env[name];
    else process.env[name] = String(value);
  }
}

createServer((request, response) => {
  if (request.url !== '/switches') return waline(request, response);
  turn(request).then(
    () => response.end(),
    (error) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(port), '127.0.0.1');
