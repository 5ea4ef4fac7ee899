import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { EXPORTS, filesOf } from '../../src/exports/export-index.js';
import { uuidOf, uuidV5 } from '../../src/exports/uuid.js';
import { readWish } from '../../src/exports/wish.js';
import { writeFile } from '../../src/exports/write-file.js';
import { useKobling } from '../support/kobling.js';
import { getExport, jsonOf, textOf } from './ask.js';

const kobling = useKobling();

interface Refusal {
  errors: { message: string; extensions: { code: string; argument?: string; suggestions?: string[] } }[];
}
async function refusalOf(address: string) {
  const response = await getExport(kobling, address);
  const [error] = ((await response.json()) as Refusal).errors;
  return { status: response.status, ...error?.extensions, message: error?.message };
}

describe('the index of exports', () => {
  test('lists every file for programs, and each of them is there', async () => {
    const { exports, release } = await jsonOf<{ release: string; exports: { files: string[] }[] }>(
      kobling,
      '',
    );
    expect(release).toBe(kobling.release.dataset.version);
    expect(exports).toHaveLength(EXPORTS.length);
    const files = exports.flatMap((one) => one.files);
    expect(files).toEqual(
      expect.arrayContaining([
        '/export/oscal/catalog/nis2.json',
        '/export/mappings.xlsx',
        '/export/course.md',
      ]),
    );
  });

  test('is a page in Danish or English for browsers, without script', async () => {
    const page = async (init: RequestInit, query = '') => {
      const response = await fetch(new URL(`/export${query}`, kobling.url), init);
      return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
    };
    const danish = await page({ headers: { accept: 'text/html', 'accept-language': 'da-DK,en;q=0.5' } });
    expect(danish.html).toContain('<html lang="da">');
    expect(danish.html).toContain('/export/mappings.xlsx?language=da');
    expect(danish.policy).toContain("default-src 'none'");
    expect(danish.html).not.toContain('<script');
    const english = await page({ headers: { accept: 'text/html', 'accept-language': 'da' } }, '?language=en');
    expect(english.html).toContain('<html lang="en">');
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(english.html) ?? [];
    expect(english.policy).toContain(createHash('sha256').update(style).digest('base64'));
  });
});

describe('an export over HTTP', () => {
  test('has the same bytes again, made anew', async () => {
    const hash = async (address: string) => {
      const made = createHash('sha256');
      for (const format of EXPORTS)
        for (const file of filesOf(format, kobling.release))
          if (file.address === address)
            for await (const piece of writeFile(file, new URLSearchParams(), kobling.release))
              made.update(piece);
      return made.digest('hex');
    };
    for (const address of ['mappings.xlsx', 'skos.jsonld', 'questions.gift', 'oscal/catalog/nis2.json']) {
      const first = await hash(address);
      const answered = Buffer.from(await (await getExport(kobling, address)).arrayBuffer());
      expect([address, await hash(address)]).toEqual([address, first]);
      expect(createHash('sha256').update(answered).digest('hex')).toBe(first);
    }
  });

  test('names its release and its terms in every format', async () => {
    const { version, licence, disclaimerText } = kobling.release.dataset;
    for (const format of EXPORTS.filter(({ name }) => name !== 'mappings.xlsx')) {
      const [file] = filesOf(format, kobling.release);
      const text = await textOf(kobling, file?.address ?? '');
      for (const said of [version, licence, disclaimerText.en.slice(0, 60)])
        expect([format.name, text.includes(said)]).toEqual([format.name, true]);
    }
  });

  test('can be kept by a cache, asked for again with its tag, and looked at without a body', async () => {
    const address = 'oscal/catalog/iso22301-2019.json';
    const first = await getExport(kobling, address);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    expect(first.headers.get('content-disposition')).toContain('iso22301-2019.json');
    const again = await getExport(kobling, address, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await getExport(kobling, address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('that does not exist is refused with the nearest that do', async () => {
    expect(await refusalOf('oscal/catalog/nis3.json')).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
      suggestions: expect.arrayContaining(['/export/oscal/catalog/nis2.json']),
    });
    expect((await refusalOf('mapings.csv')).suggestions).toContain('/export/mappings.csv');
    expect((await refusalOf('%')).status).toBe(404);
    expect((await refusalOf('ciso-assistant/nis2--iso27005-2022.yaml')).suggestions).toContain(
      '/export/ciso-assistant/nis2--iso27001-2022.yaml',
    );
  });

  test.each([
    ['mappings.csv?standard=iso27001-2023', 'standard', 'standard/iso27001-2022'],
    ['mappings.csv?measure=nis2/21.2.k', 'measure', 'measure/nis2/21.2.a'],
    ['mappings.csv?sector=nis2/I.12', 'sector', 'sector/nis2/I.1'],
    ['mappings.csv?standrad=iso27001-2022', 'standrad', 'standard'],
    ['course.md?audience=auditors', 'audience', 'AUDITOR'],
  ])('%s is refused with the nearest right value', async (address, argument, suggestion) => {
    const refusal = await refusalOf(address);
    expect(refusal).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', argument });
    expect(refusal.suggestions).toContain(suggestion);
  });

  test.each([
    'mappings.csv?language=de',
    'mappings.csv?language=da,en',
    'oscal/catalog/nis2.json?measure=nis2/21.2.a',
    'mappings.csv?standard=',
    'mappings.csv?bom=perhaps',
    'course.md?minutes=ten',
    'course.md?minutes=1',
    'mappings.csv?standard=iso22301-2012',
  ])('%s is refused rather than answered with something else', async (address) => {
    expect(await refusalOf(address)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  test('is read by GET alone', async () => {
    const response = await getExport(kobling, 'mappings.csv', { method: 'POST', body: '' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

test('ids become UUIDs of version 5, as RFC 9562 makes them', () => {
  // The example of RFC 9562, appendix A.4.
  expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  // Frozen: tools that loaded an earlier export know the records by these.
  expect(uuidOf('obligation/nis2/21.2.d')).toBe('d67699ec-6563-5ba3-b602-409913aab7fe');
});

test('a wish without filters narrows nothing', () => {
  const wish = readWish(new URLSearchParams(), [], kobling.release);
  expect(wish.narrows).toBe(false);
  expect(kobling.release.mappings.mappings.all.every((edge) => wish.hasMapping(edge))).toBe(true);
});
