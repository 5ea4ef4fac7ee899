// `npm run sbom`: the parts that are installed to serve, in CycloneDX. npm lists all; its own way of leaving out
// those of development also leaves out what both need (npm 11.19), so the lock file decides.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const serving = new Set(
  Object.entries(packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    .map(([folder, { version }]) => `${folder.split('node_modules/').at(-1)}@${version}`),
);
const printed = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const sbom = JSON.parse(printed);
const kept = sbom.components.filter(({ name, version }) => serving.has(`${name}@${version}`));
const refs = new Set([sbom.metadata.component['bom-ref'], ...kept.map((component) => component['bom-ref'])]);
const dependencies = sbom.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
console.log(JSON.stringify({ ...sbom, components: kept, dependencies }, null, 2));
