/**
 * `node server.mjs FOLDER PORT`: the function of Twikoo that is installed in
 * FOLDER, behind HTTP as Twikoo's own server puts it: one address, a name of an
 * event, and a token for whoever has none. On loopback only.
 *
 * For tests there is `/documents`, which gives or replaces what is stored, and a token that is the administrator's.
 */
import {createHash, randomBytes} from 'node:crypto';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const [, , folder = '', port = ''] = process.argv;
const require = createRequire(join(folder, 'package.json'));
const {documents, replace, visit} = require('@cloudbase/node-sdk');
const {main} = require('twikoo-func');

const administrator = 'administrator';

/** Twikoo counts the requests of each address for as long as it runs: with new documents come new visitors. */
let generation = 0;

async function read(request) {
  let body = '';
  for await (const piece of request) body += piece;
  try {
    return JSON.parse(body);
  } catch {
    // As Twikoo does: as if nothing had been sent.
    return {};
  }
}

async function answer(request) {
  const sent = await read(request);
  if (request.url === '/documents') {
    if (request.method === 'POST') {
      replace(sent);
      generation++;
    }
    return documents();
  }
  const given = sent.accessToken;
  const uid = given ?? createHash('md5').update(randomBytes(16)).digest('hex');
  const ip = `10.0.${generation >> 8}.${generation & 255}`;
  const result = await visit({ip, uid, admin: uid === administrator}, () => main(sent, {}));
  return given || result.code ? result : {...result, accessToken: uid};
}

createServer(async (request, response) => {
  const {origin} = request.headers;
  if (origin) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Methods', 'POST');
    response.setHeader('Access-Control-Allow-Headers', 'X-Requested-With, Content-Type');
    response.setHeader('Access-Control-Max-Age', '600');
  }
  if (request.method === 'OPTIONS') return response.writeHead(204).end();
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(await answer(request)));
}).listen(Number(port), '127.0.0.1');
