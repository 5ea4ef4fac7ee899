import { describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createDataSource } from '../../ormconfig.js';
import { openDatabase } from '../../src/open-database.js';
import { PATHS } from '../../src/paths.js';
import { ensureDatabase } from '../../src/seeding/ensure-database.js';
import type { ReleaseSeed } from '../../src/seeding/seed-shapes.js';
import { createServer } from '../../src/server.js';
import { useKobling } from '../support/kobling.js';
import { copySeeds } from '../support/seeds.js';

const kobling = useKobling();
const JSON_TYPE = { 'content-type': 'application/json' };
const OBLIGATIONS = '{ obligations(first: 20) { nodes { id title summary } } }';

/** A request as it is on the wire: fetch would unpack the answer. */
function send(body: string, headers: Record<string, string> = {}) {
  return new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const outgoing = request(
      kobling.url,
      { method: 'POST', headers: { ...JSON_TYPE, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('an exact repeat', () => {
  const body = JSON.stringify({ query: OBLIGATIONS });

  test('is answered with the same bytes, and compressed for whom takes it', async () => {
    const [first, second] = [await send(body), await send(body)];
    expect(second.body.equals(first.body)).toBe(true);
    let zipped = await send(body, { 'accept-encoding': 'gzip' });
    for (let tries = 0; !zipped.headers['content-encoding'] && tries < 100; tries += 1)
      zipped = await send(body, { 'accept-encoding': 'gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).equals(first.body)).toBe(true);
    expect((await send(body, { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding']).toBeUndefined();
  });

  test('asks the database for nothing', async () => {
    const search = '{ search(text: "backup") { totalCount } }';
    await kobling.ask(search);
    expect(await kobling.countStatements(() => kobling.ask(search))).toBe(0);
  });

  test('by GET is 304 for whom has it, and fresh for a cache in front', async () => {
    const url = `${kobling.url}?query=${encodeURIComponent(OBLIGATIONS)}`;
    const preflight = { 'apollo-require-preflight': 'true' };
    const answered = await fetch(url, { headers: preflight });
    expect(answered.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const etag = answered.headers.get('etag') ?? '';
    await answered.text();
    const again = await fetch(url, { headers: { ...preflight, 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await fetch(url, { headers: { ...preflight, 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test.each([
    [
      'what it has',
      '{ gapAnalysis(input: { implemented: [{ reference: "A.8.24", status: IMPLEMENTED }] }) { unknown { reference } } }',
    ],
    [
      'who it is',
      '{ classifyEntity(input: { entityTypes: ["entity-type/nis2/I.8.4"], headcount: 300 }) { outcome } }',
    ],
    [
      'its incident',
      '{ reportingTimeline(input: { becameAwareAt: "2027-01-30T22:15:00Z" }) { stages { kind } } }',
    ],
    ['its register', '{ hidden: resolve(references: ["A.8.24"]) { reference } }'],
  ])(
    'of a question in which the caller tells %s is answered anew: nothing of it is kept',
    async (_, query) => {
      for (const repeat of [1, 2]) {
        const { headers, body: answer } = await send(JSON.stringify({ query }));
        expect(JSON.parse(answer.toString())).not.toHaveProperty('errors');
        expect([repeat, headers['cache-control'], headers.etag]).toEqual([repeat, 'no-store', undefined]);
      }
    },
  );

  test('of an error is no answer that is kept', async () => {
    const wrong = await send(JSON.stringify({ query: '{ obligations(first: -1) { totalCount } }' }));
    expect(wrong.headers['cache-control']).toBe('no-store');
    expect(wrong.headers.etag).toBeUndefined();
  });
});

describe('an operation that asks for too much', () => {
  const nested = (levels: number) =>
    `{ provision(id: "provision/nis2/21") { ${'parent { '.repeat(levels)}id${' }'.repeat(levels)} } }`;
  const bomb = `${Array.from({ length: 60 }, (_, n) => `fragment F${n} on Provision { a: parent { ...F${n + 1} } b: parent { ...F${n + 1} } }`).join(' ')} fragment F60 on Provision { id }`;

  test.each([
    ['depth', nested(20), '22 levels, but at most 15'],
    [
      'aliases',
      `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: dataset { version }`).join(' ')} }`,
      '31 aliases, but at most 30',
    ],
    [
      'nodes',
      '{ obligations(first: 100) { nodes { mappings(first: 100) { nodes { id } } } } }',
      'nodes, but at most 10000',
    ],
    [
      'nodes, its pages being defaults of variables',
      'query ($n: Int = 100) { obligations(first: $n) { nodes { mappings(first: $n) { nodes { id } } } } }',
      'nodes, but at most 10000',
    ],
  ])('in %s is refused with the amount, the limit and what to reduce', async (_, query, message) => {
    const { errors } = await kobling.ask(query);
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE');
    expect(errors?.[0]?.message).toContain(message);
  });

  // A walk of each use of each fragment, 2 to the power of 60, would never come back.
  test('by fragments in fragments is refused', async () => {
    const { errors } = await kobling.ask(`${bomb} { provision(id: "provision/nis2/21") { ...F0 } }`);
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_LARGE');
  });

  test('counts an alias once, however often its fragment is used', async () => {
    const fragment = `fragment Names on Obligation { ${Array.from({ length: 20 }, (_, n) => `a${n}: id`).join(' ')} }`;
    const { errors, extensions } = (await kobling.ask(
      `${fragment} { obligations(first: 2) { nodes { ...Names } } obligation(id: "obligation/nis2/20.1") { ...Names } }`,
    )) as { errors?: unknown; extensions?: { cost: object } };
    expect(errors).toBeUndefined();
    expect(extensions?.cost).toMatchObject({ aliases: 20 });
  });

  test('is not a tool that reads the whole schema, nor a question five levels deep', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect((await kobling.ask(getIntrospectionQuery())).errors).toBeUndefined();
    const { errors, extensions } = (await kobling.ask(
      '{ measures { obligations { mappings(first: 10) { nodes { clause { title } } } } } }',
    )) as { errors?: unknown; extensions?: { cost: object } };
    expect(errors).toBeUndefined();
    expect(extensions?.cost).toMatchObject({ depth: 6, aliases: 0 });
  });
});

describe('its life', () => {
  test('is told: alive, and ready with which release', async () => {
    const alive = await fetch(new URL('/livez', kobling.url));
    expect(alive.status).toBe(200);
    const ready = await fetch(new URL('/readyz', kobling.url));
    expect([ready.status, await ready.json()]).toEqual([
      200,
      {
        status: 'ready',
        release: kobling.release.dataset.version,
        checksum: kobling.release.dataset.checksum,
      },
    ]);
  });

  test('takes in a new release while serving: each answer is whole and of one release, none fails', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kobling-swap-'));
    const [seedFolder, file] = [path.join(folder, 'seed'), path.join(folder, 'k.sqlite')];
    cpSync(PATHS.seed, seedFolder, { recursive: true });
    const seed = () =>
      ensureDatabase({ file, seedFolder, schemaFolder: PATHS.seedSchemas, openDatabase: createDataSource });
    const open = () => openDatabase(file);
    await seed();
    const server = await createServer({ database: await open() });
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    const { port } = server.http.address() as { port: number };
    const url = `http://127.0.0.1:${port}/graphql`;
    const ask = async (n: number) => {
      const query = `{ a${n}: dataset { version checksum } search(text: "backup") { totalCount } b: dataset { checksum } }`;
      const answer = await fetch(url, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ query }),
      });
      const { data } = (await answer.json()) as {
        data: Record<string, { version: string; checksum: string }>;
      };
      expect(data.b?.checksum).toBe(data[`a${n}`]?.checksum);
      return data[`a${n}`]?.version;
    };

    const releaseFile = path.join(seedFolder, 'release.json');
    const release = JSON.parse(readFileSync(releaseFile, 'utf8')) as { version: string };
    writeFileSync(releaseFile, JSON.stringify({ ...release, version: '9.9.9' }));
    await seed();
    expect(await ask(0)).toBe(release.version);
    const swapping = server.reload(open);
    const during = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n + 1)));
    expect(await swapping).toBe(true);
    expect(new Set([...during, release.version, '9.9.9']).size).toBe(2);
    expect(await ask(99)).toBe('9.9.9');
    expect(await server.reload(open)).toBe(false);

    writeFileSync(`${file}.new`, 'no database');
    renameSync(`${file}.new`, file);
    await expect(server.reload(open)).rejects.toThrow('is not a database of Kobling');
    expect(await ask(100)).toBe('9.9.9');
    await server.stop();
  });

  test('takes in what came while it was taking in another', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'kobling-late-')), 'k.sqlite');
    const seed = (seedFolder: string) =>
      ensureDatabase({ file, seedFolder, schemaFolder: PATHS.seedSchemas, openDatabase: createDataSource });
    await seed(PATHS.seed);
    const server = await createServer({ database: await openDatabase(file) });
    const newer = await copySeeds<ReleaseSeed>('release.json', (release) => (release.version = '9.9.9'));
    let goOn = () => undefined as void;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const first = server.reload(async () => {
      const database = await openDatabase(file);
      await held;
      return database;
    });
    await seed(newer);
    const [second, third] = [1, 2].map(() => server.reload(() => openDatabase(file)));
    goOn();
    expect(await Promise.all([first, second, third])).toEqual([false, true, true]);
    expect(server.release.dataset.version).toBe('9.9.9');
    await server.stop();
  });

  test('ends without a failed request: not ready first, then no new connection', async () => {
    const database = await createDataSource(kobling.database.options.database as string).initialize();
    const server = await createServer({ database });
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    const { port } = server.http.address() as { port: number };
    const stopped = server.stop(1_000);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query: '{ dataset { version } }' }),
    });
    expect(answer.status).toBe(200);
    await Promise.all([stopped, server.stop()]);
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  });
});
