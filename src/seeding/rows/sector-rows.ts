import { EntityType } from '../../sectors/entity-type.entity.js';
import { Sector } from '../../sectors/sector.entity.js';
import { Subsector } from '../../sectors/subsector.entity.js';
import type { Seeds } from '../seed-files.js';
import { idOf } from '../seed-index.js';

export function sectorRows(seeds: Seeds): [new () => object, object[]][] {
  const sectors: object[] = [];
  const subsectors: object[] = [];
  const entityTypes: object[] = [];
  for (const { content } of seeds.of('sectors')) {
    const { instrument, annex } = content;
    for (const { key, number, name, ...sector } of content.sectors) {
      const sectorId = idOf.sector(instrument, key);
      sectors.push({ id: sectorId, annex, number, nameText: name });
      for (const sub of sector.subsectors) {
        subsectors.push({ id: idOf.subsector(instrument, sub.key), nameText: sub.name, sectorId });
      }
      for (const {
        key: typeKey,
        name: typeName,
        subsector,
        condition,
        essentialNote,
        ...facts
      } of sector.entityTypes) {
        entityTypes.push({
          id: idOf.entityType(instrument, typeKey),
          nameText: typeName,
          sectorId,
          subsectorId: subsector === undefined ? null : idOf.subsector(instrument, subsector),
          conditionText: condition,
          essentialNoteText: essentialNote,
          ...facts,
        });
      }
    }
  }
  return [
    [Sector, sectors],
    [Subsector, subsectors],
    [EntityType, entityTypes],
  ];
}
