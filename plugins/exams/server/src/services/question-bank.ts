import { theStrapi } from '@lyceum/core/server';
import type { QuestionsPublic } from '@lyceum/questions/contract';

/** The public service of the questions plugin: the only way from here to questions. */
export function questionBank(): QuestionsPublic {
  const service: QuestionsPublic = theStrapi().plugin('questions').service('public');
  return service;
}
