import type { DocumentId } from '@lyceum/core/contract';
import type { TopicNode } from '@lyceum/questions/contract';
import type { CheckReport, ExamInput } from '../../../contract/staff-exams.ts';
import { type Draw, drawPaper, type SectionToDraw } from '../../../domain/paper/draw.ts';
import { type Enemies, isEnemyOf } from '../../../domain/paper/enemies.ts';
import { itemCountOf } from '../../../domain/paper/form.ts';
import { randomFor } from '../../../domain/paper/random.ts';
import { slugHolder } from '../records/exam.ts';
import { drawPoolOf } from './forms.ts';
import { compiledItems } from './items.ts';
import { questionBank } from './question-bank.ts';

type Finding = CheckReport['findings'][number];
type Facts = {
  exam: ExamInput;
  sections: SectionToDraw[];
  enemies: Enemies;
  draw: Draw;
  topics: Map<string, TopicNode>;
  pointsMax: number;
  slugTaken: boolean;
  now: Date;
};

const missingOf = (exam: ExamInput, sections: readonly SectionToDraw[]) =>
  exam.sections.flatMap((section, at) => {
    const present = new Set(sections[at]?.fixed.map((one) => one.documentId));
    return section.fixed.filter((question) => !present.has(question)).map((question) => ({ sectionId: section.id, question }));
  });

/** Sections with a fixed question that is a variant of another fixed one: a paper would show both. */
function withVariants(sections: readonly SectionToDraw[], enemies: Enemies): string[] {
  const fixed = new Set(sections.flatMap((section) => section.fixed.map((one) => one.documentId)));
  return sections
    .filter((section) => section.fixed.some((one) => isEnemyOf(one.documentId, fixed, enemies)))
    .map((section) => section.id);
}

/** What stands against publishing, then what an editor should know. */
function findingsOf({ exam, sections, enemies, draw, topics, pointsMax, slugTaken, now }: Facts): Finding[] {
  const findings: Finding[] = [];
  const add = (code: Finding['code'], blocking: boolean, sectionId: string | null = null, ruleId: string | null = null) =>
    findings.push({ code, blocking, sectionId, ruleId });
  if (itemCountOf(exam.sections) === 0) add('noQuestions', true);
  if (slugTaken) add('slugTaken', true);
  for (const sectionId of new Set(missingOf(exam, sections).map((one) => one.sectionId)))
    add('questionNotPublished', true, sectionId);
  for (const sectionId of withVariants(sections, enemies)) add('variantsTogether', false, sectionId);
  exam.sections.forEach((section, at) => {
    if (itemCountOf([section]) === 0) add('sectionEmpty', false, section.id);
    section.rules.forEach((rule, place) => {
      if (!topics.has(rule.topic)) add('topicGone', true, section.id, rule.id);
      else if (draw.shortages.some((one) => one.ruleId === rule.id && one.sectionId === section.id))
        add('ruleShort', true, section.id, rule.id);
      else if (sections[at]?.rules[place]?.candidates.length === rule.count) add('noSpareQuestions', false, section.id, rule.id);
    });
  });
  if (exam.passMark && 'points' in exam.passMark && exam.passMark.points > pointsMax) add('passMarkTooHigh', true);
  const times = exam.sections.map((section) => section.timeLimitSec);
  if (times.some((time) => time !== null) && times.some((time) => time === null)) add('sectionTimesDiffer', false);
  if (exam.closesAt && new Date(exam.closesAt) <= now) add('alreadyClosed', false);
  return findings.sort((a, b) => Number(b.blocking) - Number(a.blocking));
}

async function drawnOf(draw: Draw, topics: Map<string, TopicNode>) {
  const items = await compiledItems(draw.sections.flatMap((section) => section.items.map((one) => one.revisionId)));
  const counts = new Map<string, CheckReport['drawn'][number]>();
  for (const { revision } of items) {
    const key = `${revision.topicId} ${revision.difficulty}`;
    const topicName = topics.get(revision.topicId)?.path ?? revision.topicName;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { topic: revision.topicId, topicName, difficulty: revision.difficulty, count });
  }
  const drawn = [...counts.values()].sort((a, b) => a.topicName.localeCompare(b.topicName) || a.difficulty - b.difficulty);
  return { drawn, items };
}

/** Points of any paper of this exam lie between these: per rule the cheapest and the dearest questions it may draw. */
async function pointsRange(sections: readonly SectionToDraw[]): Promise<{ pointsMin: number; pointsMax: number }> {
  let [pointsMin, pointsMax] = [0, 0];
  for (const section of sections) {
    const pools = [{ candidates: section.fixed, count: section.fixed.length }, ...section.rules];
    for (const pool of pools) {
      const points = await pointsOf(pool.candidates.map((one) => one.revisionId));
      points.sort((a, b) => a - b);
      pointsMin += points.slice(0, pool.count).reduce((sum, one) => sum + one, 0);
      pointsMax += pool.count === 0 ? 0 : points.slice(-pool.count).reduce((sum, one) => sum + one, 0);
    }
  }
  return { pointsMin, pointsMax };
}

/** Points are read of at most this many questions of a rule; beyond, the range is that of the sample. */
const POINTS_SAMPLE = 2_000;

async function pointsOf(revisionIds: readonly number[]): Promise<number[]> {
  const revisions = await questionBank().revisions(revisionIds.slice(0, POINTS_SAMPLE));
  return revisions.map((revision) => revision.points);
}

/** Tries a draw and tells what is missing [E-01, E-03]. */
export async function checkExam(
  exam: ExamInput,
  examId: string | null,
  now: Date,
): Promise<CheckReport & { sections: SectionToDraw[] }> {
  const { sections, enemies } = await drawPoolOf(exam.sections, {});
  const topics = new Map((await questionBank().topics()).map((topic) => [String(topic.documentId), topic]));
  const random = randomFor(new Uint8Array(16).fill(7), 'check');
  const draw = drawPaper(sections, { avoid: new Set(), shuffleItems: false, random, enemies });
  const { drawn } = await drawnOf(draw, topics);
  const range = await pointsRange(sections);
  const slugTaken = (await slugHolder(exam.slug, examId)) !== null;
  const findings = findingsOf({ exam, sections, enemies, draw, topics, pointsMax: range.pointsMax, slugTaken, now });
  return {
    publishable: findings.every((finding) => !finding.blocking),
    itemCount: itemCountOf(exam.sections),
    ...range,
    rules: exam.sections.flatMap((section, at) =>
      section.rules.map((rule, place) => ({
        sectionId: section.id,
        ruleId: rule.id,
        topic: rule.topic,
        topicName: topics.get(rule.topic)?.path ?? '',
        wanted: rule.count,
        available: sections[at]?.rules[place]?.candidates.length ?? 0,
        missing: draw.shortages.find((one) => one.ruleId === rule.id && one.sectionId === section.id)?.missing ?? 0,
      })),
    ),
    missingQuestions: missingOf(exam, sections).map((one) => ({ ...one, question: one.question as DocumentId })),
    drawn,
    findings,
    sections,
  };
}
