import { createReferenceCheck } from '../reference-check.js';
import { splitPlace } from '../rows/national-rows.js';
import type { Rule } from '../rule.js';
import { idOf } from '../seed-index.js';

/** Relations between acts, authorities and transpositions point at places, entities and sources that exist. */
export const knownLegalPlaces: Rule = (seeds, index) => {
  const { problems, expect, expectSources } = createReferenceCheck(seeds, index);
  const expectPlace = (place: string, file: string, record: string, field: string) => {
    const { instrument, path } = splitPlace(place);
    if (path === null) expect('instrument', idOf.instrument(instrument), file, record, field);
    else expect('provision', idOf.provision(instrument, path), file, record, field);
  };

  for (const { path: file, content } of seeds.of('relations')) {
    for (const { link, from, to, sources } of content.relations) {
      const record = `${link} ${from} ${to}`;
      expectPlace(from, file, record, 'from');
      expectPlace(to, file, record, 'to');
      expectSources(sources, file, record);
    }
  }
  for (const { path: file, content } of seeds.of('authorities')) {
    for (const { key, fields, sources } of content.authorities) {
      expectSources(sources, file, key);
      for (const { provision, sectors = [], subsectors = [], entityTypes = [] } of fields) {
        expect('provision', `provision/${provision}`, file, key, 'provision');
        for (const id of sectors) expect('sector', `sector/${id}`, file, key, 'sectors');
        for (const id of subsectors) expect('subsector', `subsector/${id}`, file, key, 'subsectors');
        for (const id of entityTypes) expect('entityType', `entity-type/${id}`, file, key, 'entityTypes');
      }
    }
  }
  for (const { path: file, content } of seeds.of('transpositions')) {
    expect('instrument', idOf.instrument(content.instrument), file, '', 'instrument');
    for (const { country, sources } of content.transpositions) expectSources(sources, file, country);
  }
  for (const { path: file, content } of seeds.of('reporting-stages')) {
    for (const { obligation, kind } of content.stages)
      expect('obligation', idOf.obligation(content.instrument, obligation), file, kind, 'obligation');
  }
  return problems;
};
