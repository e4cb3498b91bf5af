import type { DocumentId } from '@lyceum/core/contract';
import { renderMarkdown } from '@lyceum/core/render';
import type { PoolItem } from '@lyceum/questions/contract';
import type { Candidate, SectionToDraw } from '../../../domain/paper/draw.ts';
import { type Enemies, enemiesFrom } from '../../../domain/paper/enemies.ts';
import type { Form } from '../../../domain/paper/form.ts';
import * as records from '../records/form.ts';
import { forgetItems } from './items.ts';
import { questionBank } from './question-bank.ts';

/** A published exam held ready in memory. */
export type CompiledForm = Form & { readonly instructionsHtml: string };

/** Another process's publishing is seen after this time at the latest; this process's at once. */
const FRESH_MS = 1_000;
const OLD_FORMS_MAX = 200;

/** What papers of one form are drawn from: questions with their translations, and which must not share a paper. */
export type DrawPool = { readonly sections: SectionToDraw[]; readonly enemies: Enemies };

type Catalogue = {
  stamp: string;
  list: readonly CompiledForm[];
  bySlug: ReadonlyMap<string, CompiledForm>;
  byExam: ReadonlyMap<string, CompiledForm>;
};

const EMPTY: Catalogue = { stamp: '', list: [], bySlug: new Map(), byExam: new Map() };
let catalogue = EMPTY;
let poolVersion = -1;
let checkedAt = 0;
let checking: Promise<void> | null = null;
const old = new Map<number, CompiledForm>();
const pools = new Map<number, { poolVersion: number; pool: Promise<DrawPool> }>();

const compile = (form: Form): CompiledForm => ({ ...form, instructionsHtml: renderMarkdown(form.definition.instructions).html });

async function check(): Promise<void> {
  const [stamp, version] = [await records.formsStamp(), await questionBank().poolVersion()];
  if (stamp !== catalogue.stamp) {
    const list = (await records.currentForms()).map(compile);
    catalogue = {
      stamp,
      list,
      bySlug: new Map(list.map((form) => [form.definition.slug, form])),
      byExam: new Map(list.map((form) => [form.examId, form])),
    };
    for (const id of pools.keys()) if (!list.some((form) => form.id === id)) pools.delete(id);
  }
  if (version !== poolVersion) {
    pools.clear();
    forgetItems(version);
    poolVersion = version;
  }
  checkedAt = Date.now();
}

/** Looks whether exams or the question pool changed, at most once a second and once for all who wait. */
async function fresh(): Promise<Catalogue> {
  if (Date.now() - checkedAt >= FRESH_MS) {
    checking ??= check().finally(() => {
      checking = null;
    });
    await checking;
  }
  return catalogue;
}

/** Forgets what is held, after this process published or unpublished. */
export function forgetForms(): void {
  checkedAt = 0;
  catalogue = EMPTY;
}

/** All published exams, newest first. */
export const publishedForms = async (): Promise<readonly CompiledForm[]> => (await fresh()).list;

export const publishedBySlug = async (slug: string): Promise<CompiledForm | null> => (await fresh()).bySlug.get(slug) ?? null;

/** The published form of an exam, whatever form an attempt began with. */
export const publishedOf = async (examId: string): Promise<CompiledForm | null> => (await fresh()).byExam.get(examId) ?? null;

/** The form an attempt began with, also when the exam was changed or unpublished since. */
export async function formOf(formId: number, examId: string): Promise<CompiledForm> {
  const current = (await fresh()).byExam.get(examId);
  if (current?.id === formId) return current;
  const known = old.get(formId);
  if (known) return known;
  const form = await records.formById(formId);
  if (!form) throw new Error(`There is no form ${formId}`);
  if (old.size >= OLD_FORMS_MAX) old.clear();
  const compiled = compile(form);
  old.set(formId, compiled);
  return compiled;
}

const toCandidate = ({ documentId, revisionId }: Pick<PoolItem, 'documentId' | 'revisionId'>): Candidate => ({
  documentId,
  revisionId,
});

/** Candidates with the revision to show in each other language a question is published in. */
async function translated(sections: readonly SectionToDraw[], ids: readonly DocumentId[]): Promise<SectionToDraw[]> {
  const translations = await questionBank().translations(ids);
  if (translations.size === 0) return [...sections];
  const withTranslations = (one: Candidate): Candidate => {
    const found = translations.get(one.documentId as DocumentId);
    // The first of a language stands last here and so is kept.
    return found
      ? { ...one, translations: Object.fromEntries(found.toReversed().map((t) => [t.language, toCandidate(t)])) }
      : one;
  };
  return sections.map((section) => ({
    ...section,
    fixed: section.fixed.map(withTranslations),
    rules: section.rules.map((rule) => ({ ...rule, candidates: rule.candidates.map(withTranslations) })),
  }));
}

/**
 * Questions each rule of a set of sections can draw now, and which of them are variants of each other. Fixed questions
 * come in their newest revision while they are published.
 */
export async function drawPoolOf(
  sections: Form['definition']['sections'],
  fixedRevisions: Readonly<Record<string, number>>,
): Promise<DrawPool> {
  const bank = questionBank();
  const rules = sections.flatMap((section) => section.rules);
  const found =
    rules.length > 0
      ? await bank.drawPool(rules.map(({ topic, difficultyMin, difficultyMax }) => ({ topic, difficultyMin, difficultyMax })))
      : [];
  const fixedIds: DocumentId[] = sections.flatMap((section) => section.fixed);
  const fixed = fixedIds.length > 0 ? await bank.latestRevisions(fixedIds) : new Map<DocumentId, PoolItem>();
  let at = 0;
  const toDraw = sections.map((section) => ({
    id: section.id,
    fixed: section.fixed.flatMap((documentId) => {
      const revisionId = fixed.get(documentId)?.revisionId ?? fixedRevisions[documentId];
      return revisionId === undefined ? [] : [{ documentId, revisionId }];
    }),
    rules: section.rules.map((rule) => ({ id: rule.id, count: rule.count, candidates: (found[at++] ?? []).map(toCandidate) })),
  }));
  const ids = [...new Set([...fixedIds, ...found.flatMap((items) => items.map((item) => item.documentId))])];
  return { sections: await translated(toDraw, ids), enemies: enemiesFrom(await bank.enemies(ids)) };
}

/** The same for a published form, compiled once until the pool changes: a start asks the database nothing about questions. */
export async function poolOf(form: CompiledForm): Promise<DrawPool> {
  await fresh();
  const known = pools.get(form.id);
  if (known?.poolVersion === poolVersion) return known.pool;
  const pool = drawPoolOf(form.definition.sections, form.definition.fixedRevisions);
  pools.set(form.id, { poolVersion, pool });
  pool.catch(() => pools.delete(form.id));
  return pool;
}
