import { ClauseKind, ClauseLink, LinkBasis } from '../../standards/standards.enums.js';
import { citationFacts, type Seeds } from '../seed-files.js';
import { idOf, type SeedIndex } from '../seed-index.js';

export function standardRows({ standards }: SeedIndex): object[] {
  return standards.map(({ id, seed }) => ({
    id,
    reference: seed.reference,
    aliases: seed.aliases ?? [],
    titleText: seed.title,
    year: seed.year,
    edition: seed.edition,
    amendments: seed.amendments,
    verification: seed.verification,
    role: seed.role,
    certifiable: seed.certifiable,
    completeness: seed.completeness,
    completenessText: seed.completenessNote,
    writtenForIds: (seed.writtenFor ?? []).map((key) => `entity-type/${key}`),
    supersedesIds: seed.supersedes.map(idOf.standard),
    citationFacts: citationFacts(seed.sources),
  }));
}

export function clauseRows({ clauses }: SeedIndex): object[] {
  return clauses.map(({ id, owner, seed: { number, title, verification, kind, parent, attributes } }) => ({
    id,
    standardId: idOf.standard(owner),
    number,
    titleText: title,
    titleVerification: verification,
    kind,
    parentId: parent === undefined ? null : idOf.clause(owner, parent),
    attributes,
  }));
}

/** Authored links, and those that follow from a whole standard detailing or extending another. */
export function relationRows(seeds: Seeds, { standards, clauses }: SeedIndex): object[] {
  const authored = seeds.of('links').flatMap(({ content }) =>
    content.links.map(({ from, to, ...link }) => ({
      fromId: `clause/${from}`,
      toId: `clause/${to}`,
      ...link,
    })),
  );
  const known = new Set(clauses.map(({ id }) => id));
  const computed = standards.flatMap(({ owner, seed: { details, extends: base } }) => {
    const controls = clauses.filter(
      (clause) => clause.owner === owner && clause.seed.kind === ClauseKind.CONTROL,
    );
    const linkTo = (link: ClauseLink, target: (number: string) => string) =>
      controls
        .map(({ id, seed }) => ({ fromId: id, toId: target(seed.number), link, basis: LinkBasis.STATED }))
        .filter(({ toId }) => known.has(toId));
    return [
      ...(details
        ? linkTo(ClauseLink.DETAILS, (number) => idOf.clause(details.standard, details.numberPrefix + number))
        : []),
      ...(base === undefined ? [] : linkTo(ClauseLink.EXTENDS, (number) => idOf.clause(base, number))),
    ];
  });
  return [...authored, ...computed];
}
