import { describe, expect, test } from '@jest/globals';
import { pairs } from '../../src/exports/subjects.js';
import { useKobling } from '../support/kobling.js';
import { jsonOf, problemsOf, schemaOf } from './ask.js';

const kobling = useKobling();
const validate = schemaOf('oscal');

interface Control {
  id: string;
  parts?: unknown[];
  controls?: Control[];
}
interface Group extends Control {
  groups?: Group[];
}
interface Catalog extends Group {
  uuid: string;
  metadata: { remarks: string };
}
interface Map {
  uuid: string;
  relationship: string;
  remarks: string;
  sources: { 'id-ref': string }[];
  targets: { 'id-ref': string }[];
}
interface GapSummary {
  'unmapped-controls': { 'with-ids': string[] }[];
}
interface OscalMapping {
  'source-resource': { href: string };
  maps: Map[];
  'source-gap-summary'?: GapSummary;
  'target-gap-summary'?: GapSummary;
}

/** Every control of a catalog, groups and controls below controls included. */
const controlsIn = ({ groups = [], controls = [] }: Group): Control[] => [
  ...groups.flatMap(controlsIn),
  ...controls.flatMap((control) => [control, ...controlsIn(control)]),
];
const idsIn = ({ groups = [], controls = [] }: Group): string[] =>
  [...groups, ...controls].flatMap((one) => [one.id, ...idsIn(one)]);

const catalogOf = async (id: string, query = '') =>
  (await jsonOf<{ catalog: Catalog }>(kobling, `oscal/catalog/${id}.json${query}`)).catalog;

async function mappingOf(pair: string, query = ''): Promise<OscalMapping> {
  const document = await jsonOf<{ 'mapping-collection': { mappings: OscalMapping[] } }>(
    kobling,
    `oscal/mapping-collection/${pair}.json${query}`,
  );
  expect(problemsOf(validate, document)).toEqual([]);
  const [mapping] = document['mapping-collection'].mappings;
  if (!mapping) throw new Error(`${pair} holds no mapping`);
  return mapping;
}

const refs = ({ maps }: OscalMapping, end: 'sources' | 'targets') =>
  maps.flatMap((map) => map[end].map((item) => item['id-ref']));
const unmapped = (mapping: OscalMapping, end: 'source' | 'target') =>
  mapping[`${end}-gap-summary`]?.['unmapped-controls'].flatMap((selection) => selection['with-ids']) ?? [];

describe('an OSCAL catalog', () => {
  test.each(['nis2', 'cir', 'iso27001-2022', 'iso27002-2013', 'iso22301-2019', 'iso27019-2024'])(
    'of %s is valid, and no id stands in it twice',
    async (id) => {
      const catalog = await catalogOf(id);
      expect(problemsOf(validate, { catalog })).toEqual([]);
      const ids = idsIn(catalog);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test('holds every duty of the act, with its summary and ELI', async () => {
    const controls = controlsIn(await catalogOf('nis2'));
    const duties = kobling.release.law.obligations.all.filter(
      ({ provision }) => provision.instrument.id === 'instrument/nis2',
    );
    expect(controls).toHaveLength(duties.length);
    expect(controls.find(({ id }) => id === 'nis2_21.2.d')).toMatchObject({
      links: [{ href: 'http://data.europa.eu/eli/dir/2022/2555/art_21/oj' }],
      props: expect.arrayContaining([{ name: 'label', value: 'Article 21(2)(d)' }]),
    });
  });

  test('holds numbers and titles of a standard and no text', async () => {
    const catalog = await catalogOf('iso27001-2022');
    const standard = kobling.release.standards.standards.linked('standard/iso27001-2022');
    expect(idsIn(catalog)).toHaveLength(kobling.release.standards.clausesOf(standard).length);
    expect(controlsIn(catalog).filter((control) => 'parts' in control)).toEqual([]);
  });

  test('is in Danish if asked for', async () => {
    const catalog = await catalogOf('nis2', '?language=da');
    expect(catalog.metadata.remarks).toContain('hverken juridisk rådgivning');
    expect(catalog.uuid).not.toBe((await catalogOf('nis2')).uuid);
  });
});

describe('an OSCAL mapping collection', () => {
  test('is valid for every pair, in both directions', async () => {
    const names = [...pairs(kobling.release).keys()];
    expect(names).toEqual(expect.arrayContaining(['nis2--iso27001-2022', 'iso27001-2022--nis2']));
    for (const name of names) expect((await mappingOf(name)).maps.length).toBeGreaterThan(0);
  });

  test('names only controls that the exported catalogs hold', async () => {
    for (const name of ['nis2--iso27001-2022', 'iso22301-2019--cir']) {
      const [from = '', to = ''] = name.split('--');
      const [sources, targets] = [idsIn(await catalogOf(from)), idsIn(await catalogOf(to))];
      const mapping = await mappingOf(name);
      expect(mapping['source-resource'].href).toBe(`../catalog/${from}.json`);
      expect(refs(mapping, 'sources').filter((id) => !sources.includes(id))).toEqual([]);
      expect(refs(mapping, 'targets').filter((id) => !targets.includes(id))).toEqual([]);
      expect(unmapped(mapping, 'source').filter((id) => !sources.includes(id))).toEqual([]);
      expect(unmapped(mapping, 'target').filter((id) => refs(mapping, 'targets').includes(id))).toEqual([]);
      expect(unmapped(mapping, 'target').length).toBeGreaterThan(0);
    }
  });

  test('read back gives the same edges', async () => {
    const words: Record<string, string> = {
      'equal-to': 'EQUAL',
      'subset-of': 'SUBSET_OF',
      'superset-of': 'SUPERSET_OF',
      'intersects-with': 'INTERSECTS_WITH',
      'no-relationship': 'NO_RELATIONSHIP',
    };
    const idOf = (type: string, token = '') => `${type}/${token.replaceAll('_', '/')}`;
    const { maps } = await mappingOf('cir--iso27001-2022');
    const read = maps.map(({ sources, targets, relationship, remarks }) => ({
      obligation: idOf('obligation', sources[0]?.['id-ref']),
      clause: idOf('clause', targets[0]?.['id-ref']),
      relationship: words[relationship],
      rationale: remarks,
    }));
    const held = kobling.release.mappings.mappings.all
      .filter(({ obligationId }) => obligationId.startsWith('obligation/cir/'))
      .filter(({ clauseId }) => clauseId.startsWith('clause/iso27001-2022/'))
      .map((edge) => ({
        obligation: edge.obligationId,
        clause: edge.clauseId,
        relationship: edge.relationship,
        rationale: edge.rationaleText.en,
      }));
    expect(held.length).toBeGreaterThan(500);
    expect(read).toEqual(held);
  });

  test('turns the word round on the way back, and has ids of its own there', async () => {
    const there = (await mappingOf('nis2--iso27001-2022')).maps;
    const back = (await mappingOf('iso27001-2022--nis2')).maps;
    const inverse: Record<string, string> = { 'subset-of': 'superset-of', 'superset-of': 'subset-of' };
    expect(back.map(({ relationship }) => relationship)).toEqual(
      there.map(({ relationship }) => inverse[relationship] ?? relationship),
    );
    const uuids = [...there, ...back].map(({ uuid }) => uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  test('keeps the id of an edge when it is narrowed, and then says nothing of what is unmapped', async () => {
    const whole = await mappingOf('nis2--iso27001-2022');
    const narrowed = await mappingOf('nis2--iso27001-2022', '?measure=nis2/21.2.d');
    expect(narrowed.maps.length).toBeLessThan(whole.maps.length);
    expect(whole.maps).toEqual(expect.arrayContaining(narrowed.maps));
    expect(narrowed).not.toHaveProperty('source-gap-summary');
  });
});

test('the schema of these tests can fail', async () => {
  const address = 'oscal/mapping-collection/nis2--iso22301-2019.json';
  const text = JSON.stringify(await jsonOf(kobling, address));
  expect(problemsOf(validate, JSON.parse(text))).toEqual([]);
  expect(problemsOf(validate, JSON.parse(text.replace('intersects-with', 'covers')))).not.toEqual([]);
});
