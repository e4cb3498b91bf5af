import { answer } from '@lyceum/core/server';
import { acceptFormatted, formatText, getFormatWay, suggestTags } from '../../../contract/index.ts';
import { format, formatWay } from '../services/format.ts';
import { acceptDrafts } from '../services/format-accept.ts';
import { suggestTags as suggest } from '../services/suggest-tags.ts';

export const formatAnswers = [
  answer(getFormatWay, () => formatWay()),
  answer(formatText, ({ body, actor }) => format(body, actor)),
  answer(acceptFormatted, ({ body: { questions, ...choice }, actor }) => acceptDrafts(questions, choice, actor)),
  answer(suggestTags, ({ body, actor }) => suggest(body.documentIds, actor)),
];
