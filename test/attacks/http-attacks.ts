import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Script } from './target.js';

/** Bytes on the wire that mean harm, and the statuses that are a clean end; 0 is a connection closed without a word. */
export interface HttpAttack {
  name: string;
  script: Script;
  statuses: number[];
}

export const QUERY = JSON.stringify({ query: '{ dataset { version } }' });
export const HOST = 'host: x\r\n';
export const JSON_TYPE = 'content-type: application/json\r\n';

export function request(line: string, headers = '', body: string | Buffer = ''): Script {
  return [`${line} HTTP/1.1\r\n${HOST}${headers}\r\n`, body];
}

export const post = (headers: string, body: string | Buffer = QUERY, sized = true) =>
  request(
    'POST /graphql',
    `${headers}${sized ? `content-length: ${Buffer.byteLength(body)}\r\n` : ''}`,
    body,
  );

const typed = (type: string, body: string | Buffer = QUERY) => post(`content-type: ${type}\r\n`, body);

export const of = (name: string, statuses: number | number[], script: Script): HttpAttack => ({
  name,
  script,
  statuses: [statuses].flat(),
});

const get = (search: string) => request(`GET /graphql?${search}`);
export const asked = 'query=%7Bdataset%7Bversion%7D%7D';

const TYPES: HttpAttack[] = [
  of('no content type', 415, post('')),
  of('text/plain, as a page of another origin may send', 415, typed('text/plain')),
  of('text/plain that mentions JSON', 415, typed('text/plain; application/json')),
  of('a form', 415, typed('application/x-www-form-urlencoded', asked)),
  of(
    'a multipart form',
    415,
    typed(
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${QUERY}\r\n--x--`,
    ),
  ),
  of('application/graphql', 415, typed('application/graphql', '{ dataset { version } }')),
  of('a type that begins like JSON', 415, typed('application/jsonp')),
  of('a type of 10 KB', 415, typed('x'.repeat(10_000))),
  of('a charset that does not exist', 415, typed('application/json; charset=klingon')),
  of('UTF-16 by its charset', 415, typed('application/json; charset=utf-16', Buffer.from(QUERY, 'utf16le'))),
  of('UTF-16 that is called UTF-8', 400, typed('application/json', Buffer.from(QUERY, 'utf16le'))),
  of('UTF-7 by its charset', 415, typed('application/json; charset=utf-7')),
  of(
    'bytes that are no UTF-8',
    400,
    typed('application/json', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0xaf, 0x22, 0x7d])),
  ),
  of(
    'an overlong encoding',
    400,
    typed(
      'application/json',
      Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc0, 0xae]), Buffer.from('"}')]),
    ),
  ),
  of('a byte order mark before the body', 200, typed('application/json', `\uFEFF${QUERY}`)),
  of('a body of NULs', 400, typed('application/json', Buffer.alloc(10_000))),
  of('an accept that nothing fits', [200, 400, 406], post(`${JSON_TYPE}accept: image/png\r\n`)),
  of('an accept of 10 KB', [200, 406], post(`${JSON_TYPE}accept: ${'a/b,'.repeat(2_500)}\r\n`)),
  of('a compressed body', 415, post(`${JSON_TYPE}content-encoding: gzip\r\n`, gzipSync(QUERY))),
  of('a gzip bomb', 415, post(`${JSON_TYPE}content-encoding: gzip\r\n`, gzipSync(Buffer.alloc(50_000_000)))),
  of(
    'a brotli bomb',
    415,
    post(`${JSON_TYPE}content-encoding: br\r\n`, brotliCompressSync(Buffer.alloc(20_000_000))),
  ),
  of('an encoding called identity', 415, post(`${JSON_TYPE}content-encoding: identity\r\n`)),
];

const METHODS: HttpAttack[] = [
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'PURGE'].map((method) =>
    of(`the method ${method}`, 405, request(`${method} /graphql`, 'content-length: 0\r\n')),
  ),
  of(
    'PUT with a body',
    405,
    request('PUT /graphql', `${JSON_TYPE}content-length: ${QUERY.length}\r\n`, QUERY),
  ),
  of('a method that does not exist', 400, request('HACK /graphql')),
  of('a method in lower case', [400], request('post /graphql')),
  of('HEAD', 200, request(`HEAD /graphql?${asked}`)),
  of(
    'OPTIONS',
    204,
    request('OPTIONS /graphql', 'origin: https://evil.example\r\naccess-control-request-method: POST\r\n'),
  ),
  of('OPTIONS for everything', [404], request('OPTIONS *')),
  of('CONNECT', [0, 400, 404, 405], request('CONNECT evil.example:443')),
  of(
    'an upgrade to a web socket',
    [200, 400, 426],
    request(
      `GET /graphql?${asked}`,
      'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n',
    ),
  ),
  of(
    'an upgrade to HTTP/2',
    [200, 400],
    request(
      `GET /graphql?${asked}`,
      'connection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAARAAAAAAAIAAAAA\r\n',
    ),
  ),
  of("HTTP/2's preface", [0, 400], ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']),
  of('a mutation by GET', [400, 405], get('query=mutation%7Bx%7D')),
  of(
    'a GET with a body',
    [200, 400],
    request(`GET /graphql?${asked}`, `${JSON_TYPE}content-length: ${QUERY.length}\r\n`, QUERY),
  ),
  of(
    'a GET that says it is a form',
    [200, 415],
    request(`GET /graphql?${asked}`, 'content-type: application/x-www-form-urlencoded\r\n'),
  ),
];

const ADDRESSES: HttpAttack[] = [
  of('a GET without a query', 400, get('')),
  of('the query twice', 400, get(`${asked}&${asked}`)),
  of('variables that are no JSON', 400, get(`${asked}&variables=%7B`)),
  of('variables that are a list', 400, get(`${asked}&variables=%5B%5D`)),
  of('extensions that are no JSON', 400, get(`${asked}&extensions=x`)),
  of('percent signs that encode nothing', 400, get('query=%%%zz%')),
  of('percent signs that encode half a character', 400, get('query=%c3%28%ff')),
  of('a percent-encoded NUL', 400, get('query=%7Bdataset%7Bversion%00%7D%7D')),
  of('a hundred unknown parameters', 200, get(`${asked}${'&x=1'.repeat(100)}`)),
  of('the parameter __proto__', 200, get(`${asked}&__proto__=1&constructor=2`)),
  of('an address of 15 KB', [200, 400, 431], get(`${asked}&x=${'y'.repeat(15_000)}`)),
  of('an address of 70 KB', [0, 400, 414, 431], get(`${asked}&x=${'y'.repeat(70_000)}`)),
  of('an absolute address', [200, 404], request(`GET http://evil.example/graphql?${asked}`)),
  of('an address that is no path', [400, 404], request('GET graphql')),
  of('two slashes', 404, request('GET //graphql')),
  of('another host in front of the path', 404, request('GET //evil.example/%2f..')),
  of('a way out of the static files', 404, request('GET /graphiql/../../../../etc/passwd')),
  of('an encoded way out of the static files', 404, request('GET /graphiql/%2e%2e/%2e%2e/%2e%2e/etc/passwd')),
  of('a twice encoded way out', 404, request('GET /graphiql/%252e%252e%252fetc%252fpasswd')),
  of('a way out by backslashes', 404, request('GET /graphiql/..\\..\\..\\package.json')),
  of('a NUL behind a static file', 404, request('GET /graphiql/index.html%00.js')),
  of('the folder of the static files', 404, request('GET /graphiql/')),
  of('the static file __proto__', 404, request('GET /graphiql/__proto__')),
  of('the sources', 404, request('GET /src/main.ts')),
  of('the database', 404, request('GET /data/kobling.sqlite')),
  of('a hidden folder', 404, request('GET /.git/config')),
  of('a line break in the address', [400, 404], request('GET /graphql%0d%0aset-cookie:%20a=b')),
  of('a bare line break in the address', [400], ['GET /graphql\nx: y HTTP/1.1\r\n\r\n']),
];

export const HTTP_ATTACKS: readonly HttpAttack[] = [...TYPES, ...METHODS, ...ADDRESSES];
