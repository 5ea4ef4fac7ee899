import type { EntityManager } from 'typeorm';
import { Catalogue, groupBy } from '../shared/catalogue.js';
import { Instrument } from './instrument.entity.js';
import { Measure } from './measure.entity.js';
import { Deadline, Obligation } from './obligation.entity.js';
import { Provision } from './provision.entity.js';
import { Topic } from './topic.entity.js';

/** The law of one release, linked: every relation is an object, every reverse relation an index. */
export interface LawGraph {
  instruments: Catalogue<Instrument>;
  provisions: Catalogue<Provision>;
  topics: Catalogue<Topic>;
  measures: Catalogue<Measure>;
  obligations: Catalogue<Obligation>;
  provisionsOf(instrument: Instrument): readonly Provision[];
  childrenOf(provision: Provision): readonly Provision[];
  obligationsAt(provision: Provision): readonly Obligation[];
  /** In the order of the law, whatever the order of the instruments. */
  obligationsOf(instruments: ReadonlySet<Instrument>): readonly Obligation[];
  /** A measure's own obligations, then those of other acts that set it out in detail. */
  obligationsUnder(measure: Measure): readonly Obligation[];
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsLaw {
  release: { law: LawGraph };
}

export async function loadLaw(manager: EntityManager): Promise<LawGraph> {
  const order = { order: { position: 'ASC' as const } };
  const instruments = new Catalogue(await manager.find(Instrument, order));
  const provisions = new Catalogue(await manager.find(Provision, order));
  const topics = new Catalogue(await manager.find(Topic, order));
  const measures = new Catalogue(await manager.find(Measure, order));
  const obligations = new Catalogue(await manager.find(Obligation, order));

  for (const provision of provisions.all) {
    provision.instrument = instruments.linked(provision.instrumentId);
    provision.parent = provision.parentId === null ? null : provisions.linked(provision.parentId);
  }
  for (const topic of topics.all) {
    topic.namedIn = provisions.linked(topic.namedInId);
    topic.parent = topic.parentId === null ? null : topics.linked(topic.parentId);
  }
  for (const measure of measures.all) {
    measure.provision = provisions.linked(measure.provisionId);
    measure.topics = measure.topicIds.map((id) => topics.linked(id));
  }
  for (const obligation of obligations.all) {
    obligation.provision = provisions.linked(obligation.provisionId);
    obligation.measure = obligation.measureId === null ? null : measures.linked(obligation.measureId);
    obligation.topics = obligation.topicIds.map((id) => topics.linked(id));
    obligation.deadline = deadlineOf(obligation);
    obligation.specifies = obligation.specifiesIds.map((id) => obligations.linked(id));
  }
  const specifiedBy = groupBy(
    obligations.all.flatMap((detail) => detail.specifies.map((general) => ({ detail, general }))),
    ({ general }) => general,
  );
  for (const obligation of obligations.all) {
    obligation.specifiedBy = (specifiedBy.get(obligation) ?? []).map(({ detail }) => detail);
  }

  const byInstrument = groupBy(provisions.all, (provision) => provision.instrument);
  const byParent = groupBy(provisions.all, (provision) => provision.parent);
  const byProvision = groupBy(obligations.all, (obligation) => obligation.provision);
  const ofInstrument = groupBy(obligations.all, (obligation) => obligation.provision.instrument);
  const byMeasure = groupBy(
    obligations.all.flatMap((obligation) =>
      measuresOf(obligation).map((measure) => ({ measure, obligation })),
    ),
    ({ measure }) => measure,
  );
  return {
    instruments,
    provisions,
    topics,
    measures,
    obligations,
    provisionsOf: (instrument) => byInstrument.get(instrument) ?? [],
    childrenOf: (provision) => byParent.get(provision) ?? [],
    obligationsAt: (provision) => byProvision.get(provision) ?? [],
    obligationsOf: (instruments) =>
      [...instruments]
        .flatMap((instrument) => ofInstrument.get(instrument) ?? [])
        .sort((a, b) => a.position - b.position),
    obligationsUnder: (measure) => (byMeasure.get(measure) ?? []).map(({ obligation }) => obligation),
  };
}

/** The measures an obligation is about: the one it belongs to, or those of the obligations it details. */
export function measuresOf({ measure, specifies }: Obligation): Measure[] {
  const all = [measure, ...specifies.map((general) => general.measure)];
  return [...new Set(all.filter((one) => one !== null))];
}

function deadlineOf({ deadlineFacts }: Obligation): Deadline | null {
  if (!deadlineFacts) return null;
  return Object.assign(new Deadline(), {
    duration: deadlineFacts.duration ?? null,
    triggerText: deadlineFacts.trigger,
  });
}
