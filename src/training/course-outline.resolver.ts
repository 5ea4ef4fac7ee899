import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { NeedsPace } from '../shared/pace.js';
import { makeCourseOutline, type NeedsOutline } from './course-outline.js';
import { CourseOutline, CourseOutlineInput } from './course-outline.types.js';

@Resolver()
export class CourseOutlineResolver {
  @Query(() => CourseOutline, {
    description:
      'A course made from the graph: modules with minutes, learning outcomes, gaps and questions, for an audience, a scope, standards and a number of minutes. If the minutes do not hold all, the first subjects stay and `leftOut` names the others. Stateless; the same input gives the same course.',
  })
  courseOutline(
    @Arg('input', () => CourseOutlineInput, { description: 'For whom, and of what.' })
    input: CourseOutlineInput,
    @Ctx() { release, pace }: NeedsOutline & NeedsPace,
  ): Promise<CourseOutline> {
    return pace.turn(() => makeCourseOutline(input, release));
  }
}
