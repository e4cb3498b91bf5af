import type { DocumentId } from '@lyceum/core/contract';
import type { QuestionInput, RuleMessage } from '../../contract/index.ts';
import { cleanLine } from '../text/clean.ts';
import { error } from '../types/messages.ts';
import { readList } from './sheet/parts.ts';
import type { ImportFacts } from './to-question.ts';

type Names = Pick<QuestionInput, 'topic' | 'furtherTopics' | 'examTypes' | 'skill'>;
export type NameCells = Record<keyof Names, string>;

const TOPIC_CODES = { unknown: 'topicUnknown', ambiguous: 'topicAmbiguous', tooDeep: 'topicTooDeep' } as const;
const short = (text: string) => cleanLine(text).slice(0, 80);

function readTopic(text: string, field: string, facts: ImportFacts, messages: RuleMessage[]): string | null {
  if (text === '') return null;
  const match = facts.topic(text);
  if (match.found !== null) return match.found;
  messages.push(error(TOPIC_CODES[match.because], field, { topic: short(text) }));
  return null;
}

/** What a file names in words, as ids of the bank: topics by path, exam types by code, the skill by name. */
export function readNames(cells: NameCells, facts: ImportFacts, messages: RuleMessage[]): Names {
  const topic = readTopic(cleanLine(cells.topic), 'topic', facts, messages);
  const furtherTopics = readList(cells.furtherTopics).flatMap(
    (text) => readTopic(cleanLine(text), 'furtherTopics', facts, messages) ?? [],
  );
  const examTypes = readList(cells.examTypes, ['|', ',', ';']).flatMap((text) => {
    const found = facts.examType?.(cleanLine(text)) ?? null;
    if (found === null) messages.push(error('examTypeUnknown', 'examTypes', { examType: short(text) }));
    return found ?? [];
  });
  const skillName = cleanLine(cells.skill);
  const skill = skillName === '' ? null : (facts.skill?.(skillName) ?? null);
  if (skillName !== '' && skill === null) messages.push(error('skillUnknown', 'skill', { skill: short(skillName) }));
  // The bank's own ids: they were found in it.
  return {
    topic: topic as DocumentId | null,
    furtherTopics: furtherTopics as DocumentId[],
    examTypes: examTypes as DocumentId[],
    skill: skill as DocumentId | null,
  };
}
