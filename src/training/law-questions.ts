import { DutyBearer } from '../law/law.enums.js';
import type { LawGraph } from '../law/law.graph.js';
import type { Obligation } from '../law/obligation.entity.js';
import type { Provision } from '../law/provision.entity.js';
import { inLanguage, Language, type Text } from '../shared/language.js';
import type { Choice, DraftMaker } from './quiz.js';
import { areUnrelated, nearestFirst } from './unrelated.js';
import { capital, citedIn, inBoth, listed, quoted, timeIn } from './wording.js';

/** What a duty asks for. Wrong is what other duties ask for. */
export const askMeanings = ({ obligations: { all } }: LawGraph): DraftMaker =>
  function* ({ obligations }) {
    for (const obligation of obligations) {
      const others = all.filter((other) => areUnrelated(other, obligation));
      yield {
        key: `meaning ${obligation.id}`,
        prompt: inBoth((language) =>
          language === Language.DA
            ? `Hvad går pligten i ${obligation.citation({ language })}, ${quoted(obligation.title({ language }), language)}, ud på?`
            : `What does the duty in ${obligation.citation({ language })}, ${quoted(obligation.title({ language }), language)}, ask for?`,
        ),
        right: meaningChoice(obligation),
        wrong: nearestFirst(others, obligation).map((group) => group.map(meaningChoice)),
        about: [obligation],
        sources: [],
        explain: (wrong) =>
          inBoth((language) => {
            const elsewhere = citedIn(
              all.filter(({ id }) => wrong.some(({ key }) => key === id)),
              language,
            );
            return language === Language.DA
              ? `${capital(obligation.citation({ language }))}: ${obligation.title({ language })}. De andre svar hører til ${elsewhere}.`
              : `${capital(obligation.citation({ language }))}: ${obligation.title({ language })}. The other answers belong to ${elsewhere}.`;
          }),
      };
    }
  };

const meaningChoice = ({ id, summaryText }: Obligation): Choice => ({ key: id, text: summaryText });

/** Who bears a duty. Wrong are bearers that the duty is not laid on. */
export const askBearers: DraftMaker = function* ({ obligations }) {
  for (const obligation of obligations) {
    const { bearers } = obligation;
    const wrong = Object.values(DutyBearer).filter((bearer) => !couldBe(bearer, bearers));
    yield {
      key: `bearer ${obligation.id}`,
      prompt: inBoth((language) => {
        const duty = dutyWithoutBearer(obligation, language);
        return language === Language.DA ? `Hvem har pligten i ${duty}?` : `Who has the duty in ${duty}?`;
      }),
      right: { key: 'right', text: bearersText(bearers) },
      wrong: [
        entitiesTogether(wrong).map((together) => ({ key: together.join(' '), text: bearersText(together) })),
      ],
      about: [obligation],
      sources: [],
      explain: () =>
        inBoth(
          (language) =>
            `${capital(obligation.citation({ language }))}: ${bearersIn(bearers, language)}. ${obligation.summary({ language })}`,
        ),
    };
  }
};

/** By its title as well, unless that names the answer. */
function dutyWithoutBearer(obligation: Obligation, language: Language): string {
  const citation = obligation.citation({ language });
  const title = obligation.title({ language });
  const tellsBearer = Object.values(BEARER_NAMES).some((name) =>
    title.toLowerCase().includes(
      inLanguage(name, { language })
        .toLowerCase()
        .replace(/^(the|den) /, ''),
    ),
  );
  return tellsBearer ? citation : `${citation}, ${quoted(title, language)}`;
}

/** Registries and registrars may be entities of either class, so neither is a wrong answer for the other. */
const ENTITIES: ReadonlySet<DutyBearer> = new Set([
  DutyBearer.ESSENTIAL_ENTITY,
  DutyBearer.IMPORTANT_ENTITY,
  DutyBearer.TLD_REGISTRY,
  DutyBearer.REGISTRAR,
]);

const couldBe = (bearer: DutyBearer, bearers: readonly DutyBearer[]) =>
  bearers.includes(bearer) || (ENTITIES.has(bearer) && bearers.some((one) => ENTITIES.has(one)));

const CLASSES: ReadonlySet<DutyBearer> = new Set([DutyBearer.ESSENTIAL_ENTITY, DutyBearer.IMPORTANT_ENTITY]);

/** One answer each, the two classes of entity in one. */
function entitiesTogether(bearers: readonly DutyBearer[]): DutyBearer[][] {
  const classes = bearers.filter((bearer) => CLASSES.has(bearer));
  const others = bearers.filter((bearer) => !CLASSES.has(bearer)).map((bearer) => [bearer]);
  return classes.length > 0 ? [classes, ...others] : others;
}

const BEARER_NAMES: Readonly<Record<DutyBearer, Text>> = {
  ESSENTIAL_ENTITY: { en: 'essential entities', da: 'væsentlige enheder' },
  IMPORTANT_ENTITY: { en: 'important entities', da: 'vigtige enheder' },
  MANAGEMENT_BODY: { en: 'the management body', da: 'ledelsesorganet' },
  TLD_REGISTRY: { en: 'top-level domain name registries', da: 'topdomænenavneadministratorer' },
  REGISTRAR: {
    en: 'entities providing domain name registration services',
    da: 'enheder, der leverer domænenavnsregistreringstjenester',
  },
  MEMBER_STATE: { en: 'the Member State', da: 'medlemsstaten' },
  COMPETENT_AUTHORITY: { en: 'the competent authority', da: 'den kompetente myndighed' },
  CSIRT: { en: 'the CSIRT', da: "CSIRT'en" },
};

const bearersIn = (bearers: readonly DutyBearer[], language: Language) =>
  listed(
    bearers.map((bearer) => inLanguage(BEARER_NAMES[bearer], { language })),
    language,
  );

const bearersText = (bearers: readonly DutyBearer[]) =>
  inBoth((language) => capital(bearersIn(bearers, language)));

/** How long a duty gives. Wrong are the other times the law knows, save one that holds where the duty is varied. */
export const askTimes = (law: LawGraph): DraftMaker =>
  function* ({ obligations }) {
    const known = [...new Set(law.obligations.all.flatMap(({ deadline }) => deadline?.duration ?? []))];
    for (const obligation of obligations) {
      const right = obligation.deadline?.duration;
      if (right == null) continue;
      // Article 23(4), second subparagraph, varies point (b): a time set above a duty may hold for some entities.
      const above = new Set(
        ancestorsOf(obligation.provision)
          .flatMap((place) => law.obligationsAt(place))
          .map(({ deadline }) => deadline?.duration),
      );
      const wrong = known.filter((duration) => duration !== right && !above.has(duration));
      yield {
        key: `time ${obligation.id}`,
        prompt: inBoth((language) => timePrompt(obligation, language)),
        right: { key: right, text: timeText(right) },
        wrong: [wrong.map((duration) => ({ key: duration, text: timeText(duration) }))],
        about: [obligation],
        sources: [],
        explain: () =>
          inBoth(
            (language) =>
              `${capital(obligation.citation({ language }))}: ${timeIn(right, language)}. ${obligation.summary({ language })}`,
          ),
      };
    }
  };

const timeText = (duration: string) => inBoth((language) => timeIn(duration, language));

function timePrompt(obligation: Obligation, language: Language): string {
  const citation = obligation.citation({ language });
  const name = quoted(titleWithoutTime(obligation, language), language);
  const trigger = quoted(obligation.deadline?.trigger({ language }) ?? '', language);
  return language === Language.DA
    ? `Hvor lang er fristen i ${citation}, ${name}? Det, der udløser den: ${trigger}`
    : `How long is the time limit in ${citation}, ${name}? What starts it: ${trigger}`;
}

/** `Early warning` of `Early warning within 24 hours`: the rest would give the answer away. */
const titleWithoutTime = (obligation: Obligation, language: Language) =>
  obligation.title({ language }).replace(/ (within|inden|senest) .*$/, '');

function ancestorsOf({ parent }: Provision): Provision[] {
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}
