import type { Db } from '@lyceum/core/server';
import type { ItemFacts } from '../../../../domain/import/prepare-item.ts';
import { sameName } from '../../../../domain/topic/tree.ts';
import { examTypeCodes } from '../../records/exam-type.ts';
import { redirects } from '../../records/redirect.ts';
import { skillNames } from '../../records/skill.ts';

type Names = Pick<ItemFacts, 'examType' | 'skill'>;

function finder(entries: readonly { name: string; documentId: string }[], old: ReadonlyMap<string, string>) {
  const today = new Map(entries.map(({ name, documentId }) => [sameName(name), documentId]));
  const ids = new Set(entries.map(({ documentId }) => documentId));
  return (name: string): string | null => today.get(sameName(name)) ?? old.get(sameName(name)) ?? (ids.has(name) ? name : null);
}

/** Exam types by code and skills by name, as files name them; names they had before lead to what they are today. */
export async function knownNames(db: Db): Promise<Names> {
  const [examTypes, skills, oldExamTypes, oldSkills] = await Promise.all([
    examTypeCodes(db),
    skillNames(db),
    redirects(db, 'exam-type'),
    redirects(db, 'skill'),
  ]);
  return {
    examType: finder(
      examTypes.map(({ code, documentId }) => ({ name: code, documentId })),
      oldExamTypes,
    ),
    skill: finder(skills, oldSkills),
  };
}
