import { citationFacts, type Seeds } from '../seed-files.js';
import { idOf } from '../seed-index.js';

export function legalRelationRows(seeds: Seeds): object[] {
  return seeds.of('relations').flatMap(({ content }) =>
    content.relations.map(({ link, from, to, note, sources }) => ({
      link,
      ...placeIds('from', from),
      ...placeIds('to', to),
      noteText: note,
      citationFacts: citationFacts(sources),
    })),
  );
}

/** `dk-nis2/6.1` is a provision; `dk-nis2` alone the act as a whole. */
function placeIds(end: 'from' | 'to', place: string): object {
  const { instrument, path } = splitPlace(place);
  return {
    [`${end}InstrumentId`]: idOf.instrument(instrument),
    [`${end}ProvisionId`]: path === null ? null : idOf.provision(instrument, path),
  };
}

export function splitPlace(place: string): { instrument: string; path: string | null } {
  const slash = place.indexOf('/');
  if (slash < 0) return { instrument: place, path: null };
  return { instrument: place.slice(0, slash), path: place.slice(slash + 1) };
}

export function authorityRows(seeds: Seeds): object[] {
  return seeds.of('authorities').flatMap(({ content: { country, authorities } }) =>
    authorities.map(({ key, name, fields, sources }) => ({
      id: idOf.authority(country, key),
      country,
      nameText: name,
      fieldFacts: fields.map(({ field, provision, partly, ...covers }) => ({
        fieldText: field,
        provisionId: `provision/${provision}`,
        whole: !partly,
        sectorIds: (covers.sectors ?? []).map((id) => `sector/${id}`),
        subsectorIds: (covers.subsectors ?? []).map((id) => `subsector/${id}`),
        entityTypeIds: (covers.entityTypes ?? []).map((id) => `entity-type/${id}`),
      })),
      citationFacts: citationFacts(sources),
    })),
  );
}

export function transpositionRows(seeds: Seeds): object[] {
  return seeds.of('transpositions').flatMap(({ content: { instrument, asOf, transpositions } }) =>
    transpositions.map(
      ({ country, name, inForceNote, divergence, basis, proceedings, sources, ...rest }) => ({
        id: idOf.transposition(instrument, country),
        instrumentId: idOf.instrument(instrument),
        country,
        countryNameText: name,
        inForceNoteText: inForceNote,
        divergenceText: divergence,
        basisText: basis,
        asOfText: asOf,
        proceedings: proceedings ?? [],
        citationFacts: citationFacts(sources),
        ...rest,
      }),
    ),
  );
}
