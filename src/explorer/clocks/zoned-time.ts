/** The zone of the reader's own clock. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How far the wall clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return wall - Math.trunc(moment / 1000) * 1000;
}

/**
 * The moment at which the clocks of a zone show `2026-01-31T10:00`, in UTC; undefined if that is no time. An hour that
 * clocks show twice is taken as the first, because a deadline that starts too early is the safe one; one that they
 * skip counts on from before the jump.
 */
export function momentOf(wall: string, zone: string): string | undefined {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const day = 24 * 60 * 60 * 1000;
  const offsets = [offsetAt(asUtc - day, zone), offsetAt(asUtc + day, zone)];
  const moments = offsets.map((offset) => asUtc - offset);
  const shown = moments.filter((moment) => moment + offsetAt(moment, zone) === asUtc);
  const moment = shown.length > 0 ? Math.min(...shown) : asUtc - (offsets[0] ?? 0);
  return new Date(moment).toISOString();
}

/** `2026-02-01T11:00:00.000+01:00` as people read it; the offset stays, because an hour can come twice. */
export function readableMoment(local: string, lang: string): string {
  const [, date = '', time = '', offset = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[^+Z-]*(.*)$/.exec(local) ?? [];
  const day = new Intl.DateTimeFormat(lang === 'da' ? 'da-DK' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${date}T12:00:00Z`));
  const clock = lang === 'da' ? time.replace(':', '.') : time;
  return `${day} ${lang === 'da' ? 'kl. ' : ''}${clock} (UTC${offset === 'Z' ? '' : offset})`;
}

/** The same, short enough for a picture. */
export function shortMoment(local: string, lang: string): string {
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(local) ?? [];
  const day = new Intl.DateTimeFormat(lang === 'da' ? 'da-DK' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  }).format(new Date(`${date}T12:00:00Z`));
  return `${day} ${lang === 'da' ? `kl. ${time.replace(':', '.')}` : time}`;
}
