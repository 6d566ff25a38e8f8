import {createServer} from 'node:http';
import {gzipSync} from 'node:zlib';

const cors = (request) => ({
  // Browsers by themselves ask again on a connection that they kept from before and that breaks.
  connection: 'close',
  'access-control-allow-origin': request.headers.origin ?? '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
  'access-control-expose-headers': 'Retry-After, X-Total',
});

const big = Buffer.alloc(6 * 1024 * 1024, ' ');

/** Every way in which a server can answer, by the last part of the path. */
const answers = {
  json: (response, headers) =>
    response
      .writeHead(200, {...headers, 'content-type': 'application/json', 'x-total': '7'})
      .end('{"ok":true}'),
  echo: (response, headers, {method, request, body}) =>
    response
      .writeHead(200, {...headers, 'content-type': 'application/json'})
      .end(JSON.stringify({method, headers: request.headers, url: request.url, body})),
  text: (response, headers) =>
    response.writeHead(200, {...headers, 'content-type': 'text/plain'}).end('plain'),
  html: (response, headers) =>
    response.writeHead(200, {...headers, 'content-type': 'text/html'}).end('<!doctype html><p>Sign in'),
  empty: (response, headers) =>
    response.writeHead(200, {...headers, 'content-type': 'application/json', 'content-length': '0'}).end(),
  nothing: (response, headers) => response.writeHead(204, headers).end(),
  broken: (response, headers) =>
    response.writeHead(200, {...headers, 'content-type': 'application/json'}).end('{"comments":['),
  'no-cors': (response) => response.writeHead(200, {'content-type': 'application/json'}).end('{}'),
  reset: (response) => response.socket.destroy(),
  // Fewer bytes than announced: the connection goes in the middle of the body.
  'cut-off': (response, headers) => {
    response.writeHead(200, {...headers, 'content-type': 'application/json', 'content-length': '1000'});
    response.write('{"comments":[', () => response.socket.destroy());
  },
  hang: () => {},
  'hang-body': (response, headers) => {
    response.writeHead(200, {...headers, 'content-type': 'application/json'});
    response.write('{"comments":[');
  },
  'hang-error': (response, headers) => {
    response.writeHead(422, {...headers, 'content-type': 'application/json'});
    response.write('{');
  },
  big: (response, headers) =>
    response.writeHead(200, {...headers, 'content-type': 'application/json'}).end(big),
  bomb: (response, headers) =>
    response
      .writeHead(200, {...headers, 'content-type': 'application/json', 'content-encoding': 'gzip'})
      .end(gzipSync(big)),
  'redirect-here': (response, headers) => response.writeHead(302, {...headers, location: 'json'}).end(),
  'redirect-there': (response, headers, {elsewhere}) =>
    response.writeHead(302, {...headers, location: `${elsewhere}/there/json`}).end(),
  'redirect-for-ever': (response, headers) =>
    response.writeHead(302, {...headers, location: 'redirect-for-ever'}).end(),
};

async function start(log, elsewhere) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://server');
    const [, run, name] = url.pathname.split('/');
    const headers = cors(request);
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
    request.setEncoding('utf8');
    let body = '';
    for await (const chunk of request) body += chunk;
    const entry = {method: request.method, url: request.url, headers: request.headers, body, closed: false};
    log.push({run, ...entry});
    const at = log.length - 1;
    response.on('close', () => (log[at].closed = true));
    // `?first=503,503` answers so, before the path has its say.
    const earlier = log.filter((one) => one.run === run).length - 1;
    const wanted = url.searchParams.get('first')?.split(',')[earlier] ?? name;
    if (/^\d+$/.test(wanted)) {
      const retry = url.searchParams.get('retry-after');
      const type = url.searchParams.get('type') ?? 'application/json';
      const kept = Object.fromEntries([...(retry ? [['retry-after', retry]] : []), ['content-type', type]]);
      return void response
        .writeHead(Number(wanted), {...headers, ...kept})
        .end(url.searchParams.get('body') ?? '');
    }
    return void answers[wanted](response, headers, {method: request.method, request, body, elsewhere});
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {server, origin: `http://127.0.0.1:${server.address().port}`};
}

/**
 * A server of faults for Web Test Runner: real sockets on another origin than
 * the tests'. The command `fault-server` gives its address; with a run's name
 * what that run has asked for.
 */
export function faultServer() {
  const log = [];
  let here;
  let there;
  return {
    name: 'fault-server',
    async serverStart() {
      there = await start([], '');
      here = await start(log, there.origin);
    },
    async serverStop() {
      // Undefined where the runner could not start.
      for (const {server} of [here, there].filter(Boolean)) {
        server.closeAllConnections();
        server.close();
      }
    },
    executeCommand({command, payload}) {
      if (command !== 'fault-server') return undefined;
      return payload ? log.filter(({run}) => run === payload.run) : here.origin;
    },
  };
}
