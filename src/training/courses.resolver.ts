import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Course } from './course.entity.js';
import type { NeedsTraining } from './training.graph.js';

@Resolver()
export class CoursesResolver {
  @Query(() => [Course], {
    description: 'The courses of the project, with everything that is taught in them.',
  })
  courses(@Ctx() { release }: NeedsTraining): readonly Course[] {
    return release.training.courses.all;
  }

  @Query(() => Course, {
    nullable: true,
    description: 'One course by id (`course/nis2-for-top-management`); null if there is none.',
  })
  course(@Arg('id', () => ID) id: string, @Ctx() { release }: NeedsTraining): Course | undefined {
    return release.training.courses.get(id);
  }
}
