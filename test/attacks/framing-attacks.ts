import { asked, HOST, JSON_TYPE, of, post, QUERY, request, type HttpAttack } from './http-attacks.js';

const LARGE = JSON.stringify({ query: `{ dataset { version } } #${'x'.repeat(200_000)}` });
const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

/** Where one request ends and the next begins: lengths, chunks, headers, connections. */
export const FRAMING_ATTACKS: readonly HttpAttack[] = [
  of('content-length and transfer-encoding', 400, [
    `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n${chunked(QUERY)}`,
  ]),
  of('transfer-encoding and content-length', 400, [
    `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n${chunked(QUERY)}`,
  ]),
  of('two content-lengths that differ', 400, post(`${JSON_TYPE}content-length: 5\r\n`)),
  of('two content-lengths that agree', [200, 400], post(`${JSON_TYPE}content-length: ${QUERY.length}\r\n`)),
  of(
    'a content-length with a sign',
    400,
    post(`${JSON_TYPE}content-length: +${QUERY.length}\r\n`, QUERY, false),
  ),
  of('a content-length below nothing', 400, post(`${JSON_TYPE}content-length: -1\r\n`, QUERY, false)),
  of('a content-length in hexadecimal', 400, post(`${JSON_TYPE}content-length: 0x20\r\n`, QUERY, false)),
  of('a content-length of a list', 400, post(`${JSON_TYPE}content-length: 5, 6\r\n`, QUERY, false)),
  of(
    'a content-length beyond every number',
    [400, 413],
    post(`${JSON_TYPE}content-length: 99999999999999999999999\r\n`, QUERY, false),
  ),
  of('a content-length of 2 GB', 413, post(`${JSON_TYPE}content-length: 2147483648\r\n`, QUERY, false)),
  of(
    'a transfer-encoding that is unknown',
    [400, 501],
    post(`${JSON_TYPE}transfer-encoding: xchunked\r\n`, chunked(QUERY), false),
  ),
  of(
    'a transfer-encoding twice',
    [200, 400, 501],
    post(`${JSON_TYPE}transfer-encoding: chunked, chunked\r\n`, chunked(QUERY), false),
  ),
  of(
    'a transfer-encoding hidden by a tab',
    [200, 400, 501],
    post(`${JSON_TYPE}transfer-encoding:\tchunked\r\n`, chunked(QUERY), false),
  ),
  of('a space before the colon', 400, post(`${JSON_TYPE}content-length : 5\r\n`, QUERY, false)),
  of(
    'a chunk size that is none',
    400,
    post(`${JSON_TYPE}transfer-encoding: chunked\r\n`, 'zz\r\nhello\r\n0\r\n\r\n', false),
  ),
  of(
    'a chunk size below nothing',
    400,
    post(`${JSON_TYPE}transfer-encoding: chunked\r\n`, '-5\r\nhello\r\n0\r\n\r\n', false),
  ),
  of(
    'a chunk size beyond every number',
    [400, 413],
    post(`${JSON_TYPE}transfer-encoding: chunked\r\n`, 'ffffffffffffffffff\r\nhello\r\n0\r\n\r\n', false),
  ),
  of(
    'a chunk shorter than it says',
    400,
    post(`${JSON_TYPE}transfer-encoding: chunked\r\n`, '3\r\nhello\r\n0\r\n\r\n', false),
  ),
  of(
    'a chunk extension of 60 KB',
    [400, 413, 431],
    post(
      `${JSON_TYPE}transfer-encoding: chunked\r\n`,
      `5;${'x'.repeat(60_000)}\r\nhello\r\n0\r\n\r\n`,
      false,
    ),
  ),
  of(
    'a body of one byte a chunk',
    200,
    post(
      `${JSON_TYPE}transfer-encoding: chunked\r\n`,
      `${[...QUERY].map((one) => `1\r\n${one}\r\n`).join('')}0\r\n\r\n`,
      false,
    ),
  ),
  of('a body of 200 KB', 413, post(JSON_TYPE, LARGE)),
  of(
    'a chunked body of 200 KB',
    413,
    post(`${JSON_TYPE}transfer-encoding: chunked\r\n`, chunked(LARGE), false),
  ),
  of('a body of 100,001 bytes', 413, post(JSON_TYPE, QUERY.padEnd(100_001))),
  of('a body of 100,000 bytes', 200, post(JSON_TYPE, QUERY.padEnd(100_000))),
  of('an expectation that nobody meets', [417], post(`${JSON_TYPE}expect: 200-ok\r\n`)),
  of('ten requests on one connection at once', 200, [
    Array(10)
      .fill([...post(JSON_TYPE)].join(''))
      .join(''),
  ]),
  of(
    'a second request hidden in the body of a GET',
    [200, 400],
    request(
      `GET /graphql?${asked}`,
      'content-length: 40\r\n',
      'GET /../../etc/passwd HTTP/1.1\r\nhost: x\r\n',
    ),
  ),
  of('line ends without a carriage return', [200, 400], [`GET /graphql?${asked} HTTP/1.1\nhost: x\n\n`]),
  of('a header that is folded', [200, 400], request(`GET /graphql?${asked}`, 'x-a: 1\r\n  2\r\n')),
  of('a NUL in a header', 400, request(`GET /graphql?${asked}`, 'x-a: a\0b\r\n')),
  of('a header without a name', 400, request(`GET /graphql?${asked}`, ': x\r\n')),
  of(
    '3,000 headers',
    [400, 431],
    request(`GET /graphql?${asked}`, Array.from({ length: 3_000 }, (_, n) => `x-${n}: y\r\n`).join('')),
  ),
  of('a header of 20 KB', 431, request(`GET /graphql?${asked}`, `x-a: ${'y'.repeat(20_000)}\r\n`)),
  of('no host', 400, [`GET /graphql?${asked} HTTP/1.1\r\n\r\n`]),
  of('two hosts', [200, 400], request(`GET /graphql?${asked}`, 'host: evil.example\r\n')),
  of(
    'a host that is a script',
    [200, 400, 307],
    ['GET / HTTP/1.1\r\nhost: "><script>alert(1)</script>\r\n\r\n'],
  ),
  of(
    'forwarded headers',
    200,
    request(
      `GET /graphql?${asked}`,
      'x-forwarded-host: evil.example\r\nx-forwarded-proto: javascript\r\nx-original-url: /admin\r\nx-http-method-override: DELETE\r\n',
    ),
  ),
  of('HTTP/0.9', [0, 400], ['GET /graphql\r\n\r\n']),
  of('HTTP/9.9', [400, 505], ['GET /graphql HTTP/9.9\r\nhost: x\r\n\r\n']),
  of('noise', [0, 400], [Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 256))]),
  of('a greeting of TLS', [0, 400], [Buffer.from('16030100a5010000a10303', 'hex')]),
  of(
    'an if-none-match of 10 KB',
    200,
    request(`GET /graphql?${asked}`, `if-none-match: ${'"x",'.repeat(2_500)}\r\n`),
  ),
  of(
    'an accept-encoding of 10 KB',
    200,
    request(`GET /graphql?${asked}`, `accept-encoding: ${'gzip;q=0,'.repeat(1_100)}\r\n`),
  ),
  of('a cookie', 200, request(`GET /graphql?${asked}`, 'cookie: __proto__=1; a=../../etc/passwd\r\n')),
  of(
    'half a request, then nothing more',
    [0, 400, 408],
    [
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"query"',
      200,
    ],
  ),
];
