import { IANAZone } from 'luxon';
import { Arg, Ctx, Extensions, Query, Resolver } from 'type-graphql';
import { ABOUT_CALLER } from '../shared/about-caller.js';
import type { Authority } from '../national/authority.entity.js';
import type { NeedsNational } from '../national/national.graph.js';
import type { NeedsSectors } from '../sectors/sectors.graph.js';
import { badInput } from '../shared/errors.js';
import { nearest } from '../shared/nearest.js';
import { clocksOf, inZone, type Incident } from './clocks.js';
import type { NeedsReporting } from './reporting.graph.js';
import { ReportingStage, ReportingTimeline, ReportingTimelineInput } from './reporting.types.js';
import { timelineOf } from './timeline.js';

@Resolver()
export class ReportingResolver {
  @Extensions(ABOUT_CALLER)
  @Query(() => ReportingTimeline, {
    description:
      'When the messages of NIS2 Article 23(4) fall due, what each must hold, and to whom it goes. Hours are elapsed hours; the month is a calendar month from the submission of the notification, in the time zone given. Nothing of the input is kept.',
  })
  reportingTimeline(
    @Arg('input', () => ReportingTimelineInput, { description: 'What is known of the incident.' })
    input: ReportingTimelineInput,
    @Ctx() { release }: NeedsReporting & NeedsNational & NeedsSectors,
  ): ReportingTimeline {
    const incident = readIncident(input);
    const authorities = readAuthorities(input, release);
    const stages = timelineOf(release.reporting.stages, clocksOf(incident), incident).map(
      ({ rule, dueAt, basisText, mandatory }) =>
        Object.assign(new ReportingStage(), {
          kind: rule.kind,
          obligation: rule.obligation,
          dueAt,
          dueAtLocal: dueAt && inZone(dueAt, incident.timeZone),
          basisText,
          contentTexts: rule.contentTexts,
          mandatory,
          recipientText: rule.recipientText,
          authorities,
        }),
    );
    return Object.assign(new ReportingTimeline(), { stages });
  }
}

function readIncident(input: ReportingTimelineInput): Incident {
  const { becameAwareAt, notificationSubmittedAt = null, incidentHandledAt = null } = input;
  for (const [argument, moment] of Object.entries({ notificationSubmittedAt, incidentHandledAt })) {
    if (moment && moment < becameAwareAt) {
      throw badInput(
        `input.${argument} is ${moment.toISOString()}, before input.becameAwareAt, ${becameAwareAt.toISOString()}. Check the two.`,
        { argument: `input.${argument}`, value: moment.toISOString() },
      );
    }
  }
  return {
    becameAwareAt,
    notificationSubmittedAt,
    incidentHandledAt,
    ongoing: input.ongoing ?? null,
    trustServiceAffected: input.trustServiceAffected ?? false,
    timeZone: readTimeZone(input.timeZone),
  };
}

function readTimeZone(timeZone: string | null | undefined): string {
  if (timeZone == null) return 'UTC';
  if (IANAZone.isValidZone(timeZone)) return timeZone;
  const suggestions = nearest(timeZone, ['UTC', ...Intl.supportedValuesOf('timeZone')]);
  throw badInput(
    `input.timeZone: there is no time zone ${JSON.stringify(timeZone.slice(0, 100))}.${suggestions.length ? ` Did you mean ${suggestions.join(' or ')}?` : ' Use an IANA name such as Europe/Copenhagen.'}`,
    { argument: 'input.timeZone', value: timeZone.slice(0, 100), suggestions },
  );
}

function readAuthorities(
  { country, entityTypes }: ReportingTimelineInput,
  { national, sectors }: (NeedsNational & NeedsSectors)['release'],
): readonly Authority[] {
  const types = entityTypes && sectors.entityTypes.named(entityTypes, 'input.entityTypes');
  if (country == null || !types) return [];
  const held = [...new Set(national.authorities.all.map((authority) => authority.country))];
  if (!held.includes(country)) {
    throw badInput(
      `input.country: the authorities of ${JSON.stringify(country.slice(0, 20))} are not held. Known: ${held.join(', ')}. Leave it out otherwise.`,
      { argument: 'input.country', value: country.slice(0, 20), suggestions: held },
    );
  }
  const responsible = new Set(types.flatMap((type) => national.authoritiesFor(type, country)));
  return national.authorities.all.filter((authority) => responsible.has(authority));
}
