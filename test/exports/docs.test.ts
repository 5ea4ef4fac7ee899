import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXPORTS } from '../../src/exports/export-index.js';
import { ROOT } from '../../src/paths.js';
import { useKobling } from '../support/kobling.js';
import { getExport } from './ask.js';

const kobling = useKobling();
const docs = readFileSync(path.join(ROOT, 'docs', 'exports.md'), 'utf8');

describe('docs/exports.md', () => {
  test('names addresses that answer, of every format', async () => {
    const addresses = [...new Set(docs.match(/(?<=\/export\/)[\w./?&=,-]*\w/g))];
    for (const address of addresses) {
      const response = await getExport(kobling, address, { method: 'HEAD' });
      expect([address, response.status]).toEqual([address, 200]);
    }
    const unnamed = EXPORTS.filter(({ address }) => {
      const start = address.split('<')[0] ?? address;
      return !addresses.some((one) => one.startsWith(start));
    });
    expect(unnamed).toEqual([]);
  });

  test('gives commands that write what they say', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kobling-exports-'));
    writeFileSync(path.join(folder, 'soa.csv'), 'Kontrol;Implementeret\nA.8.24;Ja\nA.99;Ja\n');
    const commands = [...docs.matchAll(/^npm run (\S+) -- (.+)$/gm)].filter(
      ([line]) => !line.includes(' all '),
    );
    expect(commands.length).toBeGreaterThanOrEqual(3);
    for (const [line, name = '', rest = ''] of commands) {
      const given = rest
        .split(' ')
        .map((word) => (/^(?:soa\.csv|gaps\.xlsx|exports)$/.test(word) ? path.join(folder, word) : word));
      execFileSync(process.execPath, [path.join(ROOT, 'dist/src/commands', `${name}.js`), ...given], {
        cwd: ROOT,
        stdio: 'pipe',
        env: { ...process.env, DATABASE_FILE: path.join(folder, 'kobling.sqlite') },
      });
      const written = path.join(folder, name === 'export' ? `exports/${given[0] ?? ''}` : 'gaps.xlsx');
      expect([line, existsSync(written) && statSync(written).size > 1_000]).toEqual([line, true]);
    }
  }, 300_000);
});
