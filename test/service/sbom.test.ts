import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/paths.js';

interface Component {
  name: string;
  version: string;
  purl: string;
  licenses?: { license?: { id?: string }; expression?: string }[];
}

const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version: string; dev?: boolean; devOptional?: boolean; optional?: boolean }>;
};

/** Licences that ask for no more than their notice. */
const PERMISSIVE = /\b(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)\b/;

describe('the list of parts', () => {
  const printed = execFileSync('npm', ['run', '--silent', 'sbom'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const sbom = JSON.parse(printed) as { bomFormat: string; specVersion: string; components: Component[] };

  test('is one of CycloneDX', () => {
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(Number(sbom.specVersion)).toBeGreaterThanOrEqual(1.5);
  });

  test('names every package that is installed to serve, in its version, and none of development', () => {
    const listed = new Set(sbom.components.map(({ purl }) => decodeURIComponent(purl)));
    const locked = Object.entries(packages).filter(([folder]) => folder !== '');
    const nameOf = (folder: string) => folder.split('node_modules/').at(-1);
    const purlOf = ([folder, { version }]: (typeof locked)[number]) => `pkg:npm/${nameOf(folder)}@${version}`;
    const serving = locked.filter(([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional);
    expect(serving.length).toBeGreaterThan(Object.keys(dependencies).length);
    expect(serving.map(purlOf).filter((purl) => !listed.has(purl))).toEqual([]);
    for (const [name, version] of Object.entries(dependencies))
      expect(listed).toContain(`pkg:npm/${name}@${version}`);
    expect(sbom.components.map(({ name }) => name)).not.toContain('jest');
  });

  test('tells a licence of each, which asks for no more than its notice', () => {
    const licenceOf = ({ licenses = [] }: Component) =>
      licenses.map(({ license, expression }) => license?.id ?? expression ?? '').join(' ');
    const others = sbom.components.filter((part) => !PERMISSIVE.test(licenceOf(part)));
    expect(others.map((part) => `${part.name}: ${licenceOf(part)}`)).toEqual([]);
  });
});
