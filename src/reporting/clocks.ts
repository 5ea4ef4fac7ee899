import { DateTime } from 'luxon';

/** What is known of an incident. All moments are instants; the zone decides what a calendar month is. */
export interface Incident {
  becameAwareAt: Date;
  notificationSubmittedAt: Date | null;
  incidentHandledAt: Date | null;
  /** Whether the incident was still going on when the final report would have been due; null if not said. */
  ongoing: boolean | null;
  trustServiceAffected: boolean;
  timeZone: string;
}

const EARLY_WARNING_HOURS = 24; // Art. 23(4)(a)
const NOTIFICATION_HOURS = 72; // Art. 23(4)(b)
const TRUST_SERVICE_HOURS = 24; // Art. 23(4), second subparagraph

/** When the messages of Article 23(4) fall due; null where the start of a clock is not known. */
export interface Clocks {
  earlyWarning: Date;
  notification: Date;
  /** One month after submission: the final report, or the progress report if the incident is ongoing. */
  monthAfterNotification: Date | null;
  /** One month after handling, for an incident that was ongoing. */
  monthAfterHandling: Date | null;
  /** Whether the incident was ongoing when the final report would have been due; null if that cannot be told. */
  ongoing: boolean | null;
}

/**
 * Hours are elapsed hours, whatever the clocks on the wall do. A month is a calendar month in the caller's zone at
 * the same time of day, or the last day of a shorter month: 31 January and a month is the last day of February.
 */
export function clocksOf(incident: Incident): Clocks {
  const { becameAwareAt, notificationSubmittedAt, incidentHandledAt, timeZone } = incident;
  const monthAfterNotification = notificationSubmittedAt && addMonth(notificationSubmittedAt, timeZone);
  return {
    earlyWarning: addHours(becameAwareAt, EARLY_WARNING_HOURS),
    notification: addHours(
      becameAwareAt,
      incident.trustServiceAffected ? TRUST_SERVICE_HOURS : NOTIFICATION_HOURS,
    ),
    monthAfterNotification,
    monthAfterHandling: incidentHandledAt && addMonth(incidentHandledAt, timeZone),
    ongoing: wasOngoing(incident, monthAfterNotification),
  };
}

/** Said by the caller, or told by the dates: handled after the final report would have been due. */
function wasOngoing({ ongoing, incidentHandledAt }: Incident, due: Date | null): boolean | null {
  if (ongoing !== null) return ongoing;
  return incidentHandledAt && due ? incidentHandledAt > due : null;
}

const addHours = (from: Date, hours: number) => DateTime.fromJSDate(from).plus({ hours }).toJSDate();

const addMonth = (from: Date, zone: string) =>
  DateTime.fromJSDate(from, { zone }).plus({ months: 1 }).toJSDate();

/** The moment as the clocks of a zone show it, with the zone's offset: `2026-03-29T03:30:00.000+02:00`. */
export const inZone = (moment: Date, zone: string) => DateTime.fromJSDate(moment, { zone }).toISO() ?? '';
