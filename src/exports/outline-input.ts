import { CourseOutlineInput } from '../training/course-outline.types.js';
import type { Audience } from '../training/training.enums.js';
import type { Wish } from './wish.js';

/** A wish as the input from which a course is made. */
export function outlineInput(wish: Wish, audience: Audience): CourseOutlineInput {
  const idsOf = (records: readonly { id: string }[] | null) => records?.map(({ id }) => id) ?? null;
  return Object.assign(new CourseOutlineInput(), {
    audience,
    minutes: wish.minutes,
    standards: idsOf(wish.standards),
    scope: {
      instruments: idsOf(wish.instruments),
      measures: idsOf(wish.measures),
      sectors: idsOf(wish.sectors),
    },
  });
}
