import { answer } from '@lyceum/core/server';
import { createTopic, deleteTopic, listTopics, mergeTopic, moveTopic, renameTopic } from '../../../contract/index.ts';
import { topics } from '../services/topic.ts';
import { mergeTopics } from '../services/topic-merge.ts';

export const topicAnswers = [
  answer(listTopics, () => topics.list()),
  answer(createTopic, ({ body, actor }) => topics.create(body, actor)),
  answer(renameTopic, ({ params, body, actor }) => topics.rename(params.documentId, body, actor)),
  answer(moveTopic, ({ params, body, actor }) => topics.move(params.documentId, body, actor)),
  answer(mergeTopic, ({ params, body, actor }) => mergeTopics(params.documentId, body.into, actor)),
  answer(deleteTopic, async ({ params, actor }) => {
    await topics.remove(params.documentId, actor);
    return { deleted: true as const };
  }),
];
