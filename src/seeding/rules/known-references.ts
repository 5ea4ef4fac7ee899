import { createReferenceCheck } from '../reference-check.js';
import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';

/** Everything a record points at exists. */
export const knownReferences: Rule = (seeds, index) => {
  const { problems, expect, expectSources } = createReferenceCheck(seeds, index);

  for (const kind of [
    'provisions',
    'measures',
    'obligations',
    'sectors',
    'mappings',
    'remainders',
  ] as const) {
    for (const { path, content } of seeds.of(kind))
      expect('instrument', idOf.instrument(content.instrument), path, '', 'instrument');
  }
  for (const { file, record, owner, seed } of index.provisions) {
    const parent =
      seed.parent ?? (seed.path.includes('.') ? seed.path.slice(0, seed.path.lastIndexOf('.')) : undefined);
    if (parent !== undefined) expect('provision', idOf.provision(owner, parent), file, record, 'parent');
  }
  for (const { file, record, owner, seed } of index.measures)
    expect('provision', idOf.provision(owner, seed.path), file, record, 'path');
  for (const { file, record, owner, seed } of index.topics) {
    if (seed.namedIn !== undefined)
      expect('provision', idOf.provision(owner, seed.namedIn), file, record, `topic ${seed.slug}, namedIn`);
    if (
      seed.partOf !== undefined &&
      !index.topics.some(({ id }) => id === idOf.topic(owner, record.split('/')[0] ?? '', seed.partOf ?? ''))
    ) {
      problems.push({
        file,
        record,
        message: `topic ${seed.slug} is partOf ${seed.partOf}, which is no topic of the measure. Use a slug of seed/law/*/measures.json.`,
      });
    }
  }
  for (const { file, record, owner, seed } of index.obligations) {
    expect('provision', idOf.provision(owner, seed.provision), file, record, 'provision');
    if (seed.measure !== undefined)
      expect('measure', idOf.measure(owner, seed.measure), file, record, 'measure');
    if (seed.appliesTo !== 'ALL')
      for (const key of seed.appliesTo) expect('entityType', `entity-type/${key}`, file, record, 'appliesTo');
    for (const key of seed.specifies ?? [])
      expect('obligation', `obligation/${key}`, file, record, 'specifies');
  }
  for (const {
    path,
    content: { instrument, sectors },
  } of seeds.of('sectors')) {
    for (const { key, subsector } of sectors.flatMap(({ entityTypes }) => entityTypes)) {
      if (subsector !== undefined)
        expect('subsector', idOf.subsector(instrument, subsector), path, key, 'subsector');
    }
  }
  for (const { file, seed } of index.standards) {
    for (const key of seed.supersedes) expect('standard', idOf.standard(key), file, '', 'supersedes');
    for (const key of seed.writtenFor ?? [])
      expect('entityType', `entity-type/${key}`, file, '', 'writtenFor');
    if (seed.details) expect('standard', idOf.standard(seed.details.standard), file, '', 'details');
    if (seed.extends !== undefined) expect('standard', idOf.standard(seed.extends), file, '', 'extends');
    expectSources(seed.sources, file, '');
  }
  for (const { file, record, owner, seed } of index.clauses) {
    if (seed.parent !== undefined) expect('clause', idOf.clause(owner, seed.parent), file, record, 'parent');
  }
  for (const { path, content } of seeds.of('links')) {
    for (const { from, to } of content.links) {
      for (const end of [from, to]) expect('clause', `clause/${end}`, path, `${from}~${to}`, 'link');
    }
  }
  for (const {
    path,
    content: { instrument, standard, edges, assessments },
  } of seeds.of('mappings')) {
    expect('standard', idOf.standard(standard), path, '', 'standard');
    for (const { obligation, clause, sources } of edges) {
      const record = `${obligation}~${clause}`;
      expect('obligation', idOf.obligation(instrument, obligation), path, record, 'obligation');
      expect('clause', idOf.clause(standard, clause), path, record, 'clause');
      expectSources(sources, path, record);
    }
    for (const { obligation, sources } of assessments) {
      expect('obligation', idOf.obligation(instrument, obligation), path, obligation, 'obligation');
      expectSources(sources, path, obligation);
    }
  }
  for (const {
    path,
    content: { instrument, remainders },
  } of seeds.of('remainders')) {
    for (const { obligation } of remainders)
      expect('obligation', idOf.obligation(instrument, obligation), path, obligation, 'obligation');
  }
  return problems;
};
