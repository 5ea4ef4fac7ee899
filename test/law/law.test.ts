import { describe, expect, test } from '@jest/globals';
import { ProvisionKind } from '../../src/law/law.enums.js';
import { useKobling } from '../support/kobling.js';

const kobling = useKobling();

describe('NIS2', () => {
  test('has 9 chapters, 46 articles and 3 annexes, each with its official title in both languages', () => {
    const { provisions } = kobling.release.law;
    const ofKind = (kind: ProvisionKind) =>
      provisions.all.filter(
        (provision) => provision.kind === kind && provision.instrument.id === 'instrument/nis2',
      );
    expect(ofKind(ProvisionKind.CHAPTER)).toHaveLength(9);
    expect(ofKind(ProvisionKind.ARTICLE)).toHaveLength(46);
    expect(ofKind(ProvisionKind.ANNEX)).toHaveLength(3);
    const titled = [ProvisionKind.CHAPTER, ProvisionKind.ARTICLE, ProvisionKind.ANNEX].flatMap(ofKind);
    for (const { id, titleText } of titled) {
      expect({ id, titleText }).toMatchObject({
        titleText: { en: expect.stringMatching(/\S/), da: expect.stringMatching(/\S/), status: 'OFFICIAL' },
      });
    }
  });

  test('summarises every place in both languages, never the same words twice in one language', () => {
    for (const { id, summaryText } of kobling.release.law.provisions.all) {
      expect({ id, summaryText }).toMatchObject({
        summaryText: { en: expect.stringMatching(/\w{3}/), da: expect.stringMatching(/\w{3}/) },
      });
      expect(summaryText?.da).not.toBe(summaryText?.en);
    }
  });

  test('numbers the paragraphs of an article without a hole', () => {
    const { law } = kobling.release;
    // Of other acts only the places that touch NIS2 are held.
    const inFull = ['instrument/nis2', 'instrument/cir'];
    const articles = law.provisions.all.filter(
      ({ kind, instrument }) => kind === ProvisionKind.ARTICLE && inFull.includes(instrument.id),
    );
    expect(articles).toHaveLength(46 + 16);
    for (const article of articles) {
      const paragraphs = law.childrenOf(article).filter(({ kind }) => kind === ProvisionKind.PARAGRAPH);
      expect(paragraphs.map(({ id }) => id)).toEqual(
        paragraphs.map((_, index) => `${article.id}.${index + 1}`),
      );
    }
  });

  test('cites places as lawyers do, in both languages', async () => {
    const ids = ['21', '21.2', '21.2.d', '23.4.d.ii', '6.8', '6.1.a', 'chapter-IV', 'annex-I'];
    const { data } = await kobling.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Provision { en: citation da: citation(language: DA) } } }',
      { ids: ids.map((path) => `provision/nis2/${path}`) },
    );
    expect(data.nodes).toEqual([
      { en: 'Article 21', da: 'artikel 21' },
      { en: 'Article 21(2)', da: 'artikel 21, stk. 2' },
      { en: 'Article 21(2)(d)', da: 'artikel 21, stk. 2, litra d)' },
      { en: 'Article 23(4)(d)(ii)', da: 'artikel 23, stk. 4, litra d), nr. ii)' },
      { en: 'Article 6(8)', da: 'artikel 6, nr. 8)' },
      { en: 'Article 6(1)(a)', da: 'artikel 6, nr. 1), litra a)' },
      { en: 'Chapter IV', da: 'kapitel IV' },
      { en: 'Annex I', da: 'bilag I' },
    ]);
  });

  test('names ten measures with 27 topics, and the letter of each is the letter of its point', async () => {
    const { data } = await kobling.ask(
      '{ measures { id point citation title(language: DA) provision { id } topics { id } obligations { id } } }',
    );
    const measures = data.measures as {
      id: string;
      point: string;
      provision: { id: string };
      topics: { id: string }[];
      obligations: { id: string }[];
    }[];
    expect(measures.map(({ point }) => point).join('')).toBe('abcdefghij');
    for (const { id, point, provision, topics, obligations } of measures) {
      expect(id).toBe(`measure/nis2/21.2.${point}`);
      expect(provision.id).toBe(`provision/nis2/21.2.${point}`);
      for (const topic of topics) expect(topic.id).toMatch(new RegExp(`^topic/nis2/21\\.2\\.${point}/`));
      expect(obligations.map((obligation) => obligation.id)).toContain(`obligation/nis2/21.2.${point}`);
    }
    expect(measures.flatMap(({ topics }) => topics)).toHaveLength(27);
  });

  test('cuts incident handling as Article 6(8) defines it, under the topic of the measure', async () => {
    const { data } = await kobling.ask(
      '{ obligation(id: "obligation/nis2/21.2.b") { topics { id namedIn { citation } parent { id } } } }',
    );
    expect(data.obligation.topics).toHaveLength(5);
    for (const topic of data.obligation.topics) {
      expect(topic).toMatchObject({
        namedIn: { citation: 'Article 6(8)' },
        parent: { id: 'topic/nis2/21.2.b/incident-handling' },
      });
    }
  });

  test('has the clocks of Article 23(4), the month running from the submission of the notification', async () => {
    const { data } = await kobling.ask(`{
      a: obligation(id: "obligation/nis2/23.4.a") { ...clock } b: obligation(id: "obligation/nis2/23.4.b") { ...clock }
      c: obligation(id: "obligation/nis2/23.4.c") { ...clock } d: obligation(id: "obligation/nis2/23.4.d") { ...clock }
      e: obligation(id: "obligation/nis2/23.4.e") { ...clock } trust: obligation(id: "obligation/nis2/23.4") { ...clock entityTypes { id } }
    } fragment clock on Obligation { deadline { duration trigger } }`);
    expect(data.a.deadline).toMatchObject({
      duration: 'PT24H',
      trigger: expect.stringContaining('ecoming aware'),
    });
    expect(data.b.deadline).toMatchObject({
      duration: 'PT72H',
      trigger: expect.stringContaining('ecoming aware'),
    });
    expect(data.c.deadline.duration).toBeNull();
    expect(data.d.deadline).toMatchObject({
      duration: 'P1M',
      trigger: expect.stringContaining('ubmission of the incident notification'),
    });
    expect(data.e.deadline).toMatchObject({
      duration: 'P1M',
      trigger: expect.stringContaining('andling of the incident'),
    });
    expect(data.trust).toMatchObject({
      deadline: { duration: 'PT24H' },
      entityTypes: [{ id: 'entity-type/nis2/I.8.7' }],
    });
  });

  test('lets provisions be narrowed by article and kind', async () => {
    const { data } = await kobling.ask(
      '{ provisions(filter: { instrument: "instrument/nis2", article: 23, kinds: [PARAGRAPH] }) { totalCount nodes { citation } } }',
    );
    expect(data.provisions.totalCount).toBe(11);
    expect(data.provisions.nodes[0].citation).toBe('Article 23(1)');
  });

  test('walks from an instrument down to the duty and back', async () => {
    const { data } = await kobling.ask(`{
      instrument(id: "instrument/nis2") { celex eli adoptedOn appliesFrom provisions(first: 1) { nodes { kind children { id parent { id } } } } }
      provision(id: "provision/nis2/20.1") { obligations { id provision { id } } }
    }`);
    expect(data.instrument).toMatchObject({
      celex: '32022L2555',
      eli: 'http://data.europa.eu/eli/dir/2022/2555/oj',
      adoptedOn: '2022-12-14',
      appliesFrom: '2024-10-18',
    });
    const [chapter] = data.instrument.provisions.nodes as {
      kind: string;
      children: { id: string; parent: { id: string } }[];
    }[];
    expect(chapter?.kind).toBe('CHAPTER');
    expect(chapter?.children).toHaveLength(6);
    expect(data.provision.obligations).toEqual([
      { id: 'obligation/nis2/20.1', provision: { id: 'provision/nis2/20.1' } },
    ]);
  });
});

describe('a look-up', () => {
  test('of an id that does not exist answers null', async () => {
    const { data, errors } = await kobling.ask(
      '{ instrument(id: "x") { id } provision(id: "provision/nis2/99") { id } measure(id: "measure/nis2/21.2.k") { id } obligation(id: "") { id } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ instrument: null, provision: null, measure: null, obligation: null });
  });

  test('by an article that does not exist is an error, not an empty list', async () => {
    const { errors } = await kobling.ask('{ provisions(filter: { article: 99 }) { totalCount } }');
    expect(errors?.[0]).toMatchObject({
      message: 'filter.article: there is no Article 99.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
