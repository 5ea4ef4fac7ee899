import type { EntityManager } from 'typeorm';
import type { DatasetGraph } from '../dataset/dataset.graph.js';
import type { LawGraph } from '../law/law.graph.js';
import { Catalogue, groupBy } from '../shared/catalogue.js';
import type { StandardsGraph } from '../standards/standards.graph.js';
import { CourseModule, type OutcomeFacts } from './course-module.entity.js';
import { Course } from './course.entity.js';
import { LearningOutcome } from './learning-outcome.type.js';

/** The courses of one release, linked to what they teach. */
export interface TrainingGraph {
  courses: Catalogue<Course>;
  modules: Catalogue<CourseModule>;
}

/** What a resolver of this folder reaches of a request's context. */
export interface NeedsTraining {
  release: { training: TrainingGraph };
}

interface Below {
  law: LawGraph;
  standards: StandardsGraph;
  dataset: DatasetGraph;
}

export async function loadTraining(manager: EntityManager, below: Below): Promise<TrainingGraph> {
  const order = { order: { position: 'ASC' as const } };
  const courses = new Catalogue(await manager.find(Course, order));
  const modules = new Catalogue(await manager.find(CourseModule, order));
  for (const module of modules.all)
    module.outcomes = module.outcomeFacts.map((facts) => linkOutcome(facts, below));
  const byCourse = groupBy(modules.all, ({ courseId }) => courseId);
  for (const course of courses.all) {
    course.modules = byCourse.get(course.id) ?? [];
    course.sources = course.sourceIds.map((id) => below.dataset.sources.linked(id));
  }
  return { courses, modules };
}

function linkOutcome(facts: OutcomeFacts, { law, standards }: Below): LearningOutcome {
  return Object.assign(new LearningOutcome(), {
    statementText: facts.statementText,
    level: facts.level,
    obligations: facts.obligationIds.map((id) => law.obligations.linked(id)),
    clauses: facts.clauseIds.map((id) => standards.clauses.linked(id)),
  });
}
