/** A query for everything of an outline, and the shape of what it answers. */
export const OUTLINE = `query ($input: CourseOutlineInput!, $language: Language) {
  courseOutline(input: $input) {
    audience totalMinutes standards { id }
    leftOut { title(language: $language) obligations { id } }
    modules {
      title(language: $language) minutes
      obligations { id }
      outcomes { statement(language: $language) level obligations { id } clauses { id } }
      gaps { obligation { id } level }
      questions {
        prompt(language: $language) options(language: $language) answer explanation(language: $language)
        about { __typename id } sources { source { id } }
      }
    }
  }
}`;

export interface Question {
  prompt: string;
  options: string[];
  answer: number;
  explanation: string;
  about: { __typename: string; id: string }[];
  sources: { source: { id: string } }[];
}

export interface Outline {
  audience: string;
  totalMinutes: number;
  standards: { id: string }[];
  leftOut: { title: string; obligations: { id: string }[] }[];
  modules: {
    title: string;
    minutes: number;
    obligations: { id: string }[];
    outcomes: {
      statement: string;
      level: string;
      obligations: { id: string }[];
      clauses: { id: string }[];
    }[];
    gaps: { obligation: { id: string }; level: string }[];
    questions: Question[];
  }[];
}
