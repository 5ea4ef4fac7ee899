import { describe, expect, test } from '@jest/globals';
import { inheritMappings } from '../../src/mappings/inheritance.js';
import { Mapping } from '../../src/mappings/mapping.entity.js';
import { Clause, type ClauseRelation } from '../../src/standards/clause.entity.js';
import { ClauseLink, LinkBasis } from '../../src/standards/standards.enums.js';

const clause = (id: string) => Object.assign(new Clause(), { id: `clause/${id}` });
const [requirement, guidance, energy, telecom] = [
  clause('req/A.1'),
  clause('guide/1'),
  clause('energy/1'),
  clause('telecom/1'),
];
const link = (from: Clause, to: Clause, kind: ClauseLink): ClauseRelation => ({
  from,
  to,
  link: kind,
  basis: LinkBasis.STATED,
  locator: null,
  position: 0,
  fromId: from.id,
  toId: to.id,
});
const edge = (to: Clause, more: Partial<Mapping> = {}) =>
  Object.assign(new Mapping(), {
    id: `mapping/x~${to.id}`,
    obligationId: 'obligation/law/1',
    clauseId: to.id,
    clause: to,
    inheritedFrom: null,
    ...more,
  });
const RELATIONS = [
  link(guidance, requirement, ClauseLink.DETAILS),
  link(energy, guidance, ClauseLink.EXTENDS),
  link(telecom, guidance, ClauseLink.EXTENDS),
];

describe('inheritance', () => {
  test('carries an edge over every step to the same control elsewhere, naming the judged edge', () => {
    const origin = edge(requirement, { strength: 7 });
    const inherited = inheritMappings([origin], RELATIONS);
    expect(inherited.map(({ id }) => id)).toEqual([
      'mapping/law/1~guide/1',
      'mapping/law/1~energy/1',
      'mapping/law/1~telecom/1',
    ]);
    for (const mapping of inherited)
      expect(mapping).toMatchObject({ inheritedFrom: origin, derivation: 'INHERITED', strength: 7 });
    expect(origin.derivation).toBe('ASSERTED');
  });

  test('lets an edge judged on the guidance take the place of the inherited one, from there on', () => {
    const origin = edge(requirement);
    const closer = edge(guidance);
    const inherited = inheritMappings([origin, closer], RELATIONS);
    expect(inherited.map(({ clause: { id }, inheritedFrom }) => [id, inheritedFrom])).toEqual([
      ['clause/energy/1', closer],
      ['clause/telecom/1', closer],
    ]);
  });

  test('does not run from guidance up to the requirement, nor along other links', () => {
    expect(inheritMappings([edge(energy)], RELATIONS)).toEqual([]);
    expect(inheritMappings([edge(requirement)], [link(guidance, requirement, ClauseLink.SUPPORTS)])).toEqual(
      [],
    );
  });
});
