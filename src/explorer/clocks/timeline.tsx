import type { StageAnswer } from '../answers.js';
import { useNavigation } from '../parts/navigation.js';
import { xml } from '../parts/xml.js';
import { useWords } from '../words/words.js';
import type { Words } from '../words/en.js';
import { shortMoment } from './zoned-time.js';

interface Point {
  label: string;
  when: string;
  /** 0 at the start, 1 at the last message. */
  at: number;
}

/** The messages with a time, on a scale that leaves room for hours beside months. */
function pointsOf(stages: readonly StageAnswer[], start: string, words: Words, lang: string): Point[] {
  const timed = stages.filter(({ dueAt }) => dueAt !== null);
  const begins = Date.parse(start);
  // Hours and a month do not fit one straight scale: the root brings them near enough to be seen together.
  const distance = (moment: string) => Math.sqrt(Math.max(0, Date.parse(moment) - begins));
  const longest = Math.max(1, ...timed.map(({ dueAt }) => distance(dueAt ?? start)));
  return timed.map(({ kind, dueAt, dueAtLocal }) => ({
    label: words.clocks.stages[kind],
    when: shortMoment(dueAtLocal ?? '', lang),
    at: distance(dueAt ?? start) / longest,
  }));
}

/** A line with the messages on it; the list below says the same, so it is a picture only. */
export function Timeline({ stages, start }: { stages: readonly StageAnswer[]; start: string }) {
  const words = useWords();
  const { address } = useNavigation();
  const points = pointsOf(stages, start, words, address.lang);
  if (points.length === 0) return null;
  return (
    <svg class="timeline" viewBox="0 0 640 150" role="img" aria-label={words.clocks.timeline}>
      <line class="timeline-line" x1="40" x2="600" y1="75" y2="75" />
      <circle class="timeline-start" cx="40" cy="75" r="6" />
      <text x="40" y="102" text-anchor="middle" font-size="12">
        {words.clocks.start}
      </text>
      {points.map(({ label, when, at }, index) => {
        const [x, up] = [40 + at * 560, index % 2 === 0];
        return (
          <g key={label}>
            <line class="timeline-tick" x1={x} x2={x} y1={up ? 46 : 75} y2={up ? 75 : 104} />
            <circle class="timeline-point" cx={x} cy="75" r="6" />
            <text x={x} y={up ? 22 : 120} text-anchor={anchorAt(at)} font-size="12" font-weight="600">
              {label}
            </text>
            <text x={x} y={up ? 38 : 136} text-anchor={anchorAt(at)} font-size="11">
              {when}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const anchorAt = (at: number) => (at > 0.8 ? 'end' : at < 0.15 ? 'start' : 'middle');

/** The same line as a file that needs nothing around it. */
export function timelinePicture(
  stages: readonly StageAnswer[],
  start: string,
  words: Words,
  lang: string,
): string {
  const marks = pointsOf(stages, start, words, lang).map(({ label, when, at }, index) => {
    const [x, up] = [60 + at * 820, index % 2 === 0];
    return `<line x1="${x}" x2="${x}" y1="${up ? 70 : 110}" y2="${up ? 110 : 150}" stroke="#7c8b94"/><circle cx="${x}" cy="110" r="7" fill="#0b4a6f"/><text x="${x}" y="${up ? 44 : 168}" text-anchor="${anchorAt(at)}" font-weight="600">${xml(label)}</text><text x="${x}" y="${up ? 62 : 186}" text-anchor="${anchorAt(at)}" font-size="12">${xml(when)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="940" height="210" viewBox="0 0 940 210" font-family="system-ui, sans-serif" font-size="14" fill="#16242c" role="img"><title>${xml(words.clocks.title)}</title><rect width="940" height="210" fill="#ffffff"/><line x1="60" x2="880" y1="110" y2="110" stroke="#7c8b94" stroke-width="2"/><circle cx="60" cy="110" r="7" fill="#ffffff" stroke="#0b4a6f" stroke-width="2"/><text x="60" y="140" text-anchor="middle" font-size="12">${xml(words.clocks.start)}</text>${marks.join('')}</svg>`;
}
