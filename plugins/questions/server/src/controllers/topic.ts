import { answer } from '@lyceum/core/server';
import { createTopic, deleteTopic, listTopics, moveTopic, renameTopic } from '../../../contract/index.ts';
import { topics } from '../services/topic.ts';

export const topicAnswers = [
  answer(listTopics, () => topics.list()),
  answer(createTopic, ({ body, actor }) => topics.create(body, actor)),
  answer(renameTopic, ({ params, body, actor }) => topics.rename(params.documentId, body, actor)),
  answer(moveTopic, ({ params, body, actor }) => topics.move(params.documentId, body, actor)),
  answer(deleteTopic, async ({ params, actor }) => {
    await topics.remove(params.documentId, actor);
    return { deleted: true as const };
  }),
];
