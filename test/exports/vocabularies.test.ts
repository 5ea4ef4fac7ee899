import { describe, expect, test } from '@jest/globals';
import jsonld from 'jsonld';
import { useKobling } from '../support/kobling.js';
import { jsonOf, problemsOf, schemaOf } from './ask.js';

const kobling = useKobling();
const validateCase = schemaOf('case');
const SKOS = 'http://www.w3.org/2004/02/skos/core#';

describe('the SKOS vocabulary', () => {
  const quadsOf = async (query = '') =>
    jsonld.toRDF(await jsonOf<object>(kobling, `skos.jsonld${query}`), { safe: true });

  test('is JSON-LD in which nothing is lost, with a match for each edge', async () => {
    const quads = await quadsOf();
    const matches = quads
      .filter(({ predicate }) => /(?:exact|broad|narrow|related)Match$/.test(predicate.value))
      .map(({ subject, predicate, object }) => [
        subject.value,
        predicate.value.slice(SKOS.length),
        object.value,
      ]);
    const words: Record<string, string> = {
      EQUAL: 'exactMatch',
      SUBSET_OF: 'broadMatch',
      SUPERSET_OF: 'narrowMatch',
      INTERSECTS_WITH: 'relatedMatch',
    };
    const held = kobling.release.mappings.mappings.all
      .filter(({ relationship }) => words[relationship])
      .map((edge) => [
        `urn:kobling:${edge.obligationId}`,
        words[edge.relationship],
        `urn:kobling:${edge.clauseId}`,
      ]);
    expect(matches.map(String).sort()).toEqual(held.map(String).sort());
  });

  test('leads nowhere that it does not say: every concept and scheme is in it', async () => {
    const quads = await quadsOf();
    const known = new Set(
      quads.filter(({ predicate }) => predicate.value.endsWith('#type')).map(({ subject }) => subject.value),
    );
    const dangling = quads
      .filter(({ predicate }) => predicate.value.startsWith(SKOS))
      .filter(({ object }) => object.termType === 'NamedNode' && !known.has(object.value));
    expect(dangling).toEqual([]);
  });

  test('labels in both languages, in one if asked', async () => {
    const languages = (quads: Awaited<ReturnType<typeof quadsOf>>) => [
      ...new Set(
        quads
          .filter(({ predicate }) => predicate.value === `${SKOS}prefLabel`)
          .map(({ object }) => object.language),
      ),
    ];
    expect(languages(await quadsOf()).sort()).toEqual(['da', 'en']);
    expect(languages(await quadsOf('?language=en&standard=iso27001-2022'))).toEqual(['en']);
  });

  test('links a duty to the European Legislation Identifier of its article', async () => {
    const quads = await quadsOf('?measure=nis2/21.2.d&standard=iso27001-2022');
    const [source] = quads.filter(
      ({ subject, predicate }) =>
        subject.value === 'urn:kobling:obligation/nis2/21.2.d' && predicate.value.endsWith('/source'),
    );
    expect(source?.object.value).toBe('http://data.europa.eu/eli/dir/2022/2555/art_21/oj');
  });
});

describe('a CASE framework', () => {
  interface Association {
    identifier: string;
    associationType: string;
    originNodeURI: { identifier: string; uri: string };
    destinationNodeURI: { identifier: string; uri: string };
  }
  interface Package {
    CFDocument: { identifier: string };
    CFItems: { identifier: string; uri: string }[];
    CFAssociations: Association[];
  }
  const packageOf = (id: string) => jsonOf<Package>(kobling, `case/${id}.json`);

  test.each(['nis2', 'cir', 'iso27001-2022', 'iso27002-2013', 'iso22301-2019'])(
    'of %s is valid',
    async (id) => {
      expect(problemsOf(validateCase, await packageOf(id))).toEqual([]);
    },
  );

  test('hangs together: origins are its items, parents too, and destinations are items of the other one', async () => {
    const [law, standard] = await Promise.all([packageOf('nis2'), packageOf('iso27001-2022')]);
    const ids = ({ CFItems, CFDocument }: Package) =>
      new Set([CFDocument.identifier, ...CFItems.map(({ identifier }) => identifier)]);
    for (const [own, other, place] of [
      [law, standard, 'clause/iso27001-2022/'],
      [standard, law, 'obligation/nis2/'],
    ] as const) {
      const at = own.CFAssociations;
      expect(at.filter(({ originNodeURI }) => !ids(own).has(originNodeURI.identifier))).toEqual([]);
      const children = at.filter(({ associationType }) => associationType === 'isChildOf');
      expect(children).toHaveLength(own.CFItems.length);
      expect(children.filter((one) => !ids(own).has(one.destinationNodeURI.identifier))).toEqual([]);
      const matches = at.filter(({ destinationNodeURI }) => destinationNodeURI.uri.includes(place));
      expect(matches.length).toBeGreaterThan(100);
      expect(matches.filter((one) => !ids(other).has(one.destinationNodeURI.identifier))).toEqual([]);
      expect(new Set(at.map(({ identifier }) => identifier)).size).toBe(at.length);
    }
  });

  test('says in both documents the same of an edge, each from its own end', async () => {
    const [law, standard] = await Promise.all([packageOf('nis2'), packageOf('iso27001-2022')]);
    const find = ({ CFAssociations }: Package, from: string, to: string) =>
      CFAssociations.find(
        ({ originNodeURI, destinationNodeURI }) =>
          originNodeURI.uri === `urn:kobling:${from}` && destinationNodeURI.uri === `urn:kobling:${to}`,
      )?.associationType;
    const ends = ['obligation/nis2/21.2.h', 'clause/iso27001-2022/A.8.24'] as const;
    expect(find(law, ends[0], ends[1])).toBe('ext:subsetOf');
    expect(find(standard, ends[1], ends[0])).toBe('ext:supersetOf');
  });
});
