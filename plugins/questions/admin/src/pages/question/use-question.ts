import { AdminProblem, useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import {
  archiveQuestions,
  checkQuestion,
  createQuestion,
  deleteQuestion,
  getQuestion,
  publishQuestions,
  type Question,
  questionsProblems,
  type RuleMessage,
  updateQuestion,
} from '../../../../contract/index.ts';
import { useLocale } from '../../api/use-rule-text.ts';
import type { ReasonAsked } from '../revisions/PublishDialog.tsx';
import { type Draft, emptyDraft, toDraft, toInput, withMissing } from './draft.ts';
import { isChangedMeanwhile, isCodeTaken } from './shown-messages.ts';

/** One question on the screen: what is stored, what is written, what the rules say, and what may be done with it. */
export function useQuestion(documentId: string | undefined) {
  const t = useText('questions');
  const locale = useLocale();
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { value: found, error } = useLoaded<Question | null>(
    async () => (documentId ? call(getQuestion, { params: { documentId: documentId as DocumentId } }) : null),
    [documentId],
  );
  const [stored, setStored] = useState<Question | null>(null);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft('single-choice', locale));
  const [saved, setSaved] = useState<Draft>(draft);
  const [checked, setChecked] = useState<RuleMessage[] | null>(null);
  const [takenCode, setTakenCode] = useState<string | null>(null);
  const [isAccepting, setAccepting] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [isOutdated, setOutdated] = useState(false);
  const [reasonAsked, setReasonAsked] = useState<ReasonAsked | null>(null);
  const pressKey = useRef(crypto.randomUUID());

  const take = (question: Question) => {
    const next = toDraft(question);
    setStored(question);
    setDraft(next);
    setSaved(next);
    setChecked(null);
    setOutdated(false);
    setAccepting(false);
  };
  useEffect(() => {
    if (found !== null) take(found);
  }, [found]);

  const tell = (type: 'success' | 'danger' | 'warning', message: string) => toggleNotification({ type, message });
  const work = async <Result>(act: () => Promise<Result>): Promise<Result | null> => {
    setWorking(true);
    try {
      return await act();
    } catch (refused) {
      if (refused instanceof AdminProblem && isChangedMeanwhile(refused.code)) setOutdated(true);
      if (refused instanceof AdminProblem && isCodeTaken(refused.code)) setTakenCode(draft.code.trim());
      tell('danger', problemText(refused instanceof AdminProblem ? withoutFields(refused) : refused));
      return null;
    } finally {
      setWorking(false);
    }
  };

  /** False when the rules say no, or warn and nobody ticked them. */
  const passes = async (): Promise<boolean> => {
    const answer = await call(checkQuestion, {
      body: { question: toInput(draft), ...(stored ? { documentId: stored.documentId } : {}) },
    });
    const found = withMissing(draft, answer.messages);
    setChecked(found);
    if (found.some(({ level }) => level === 'error')) {
      tell('danger', t('form.has-errors', { count: found.filter(({ level }) => level === 'error').length }));
      return false;
    }
    if (found.length > 0 && !isAccepting) {
      tell('warning', t('form.has-warnings'));
      return false;
    }
    return true;
  };

  const store = async (): Promise<Question | null> => {
    if (!(await passes())) return null;
    const body = { question: toInput(draft), acceptWarnings: isAccepting };
    const question = stored
      ? await call(updateQuestion, {
          params: { documentId: stored.documentId },
          body: { ...body, ifUpdatedAt: stored.updatedAt },
        })
      : await call(createQuestion, { body, idempotencyKey: pressKey.current });
    pressKey.current = crypto.randomUUID();
    take(question);
    return question;
  };
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const reload = async (id: Question['documentId']) => take(await call(getQuestion, { params: { documentId: id } }));

  return {
    error,
    isLoading: documentId !== undefined && stored === null,
    stored,
    draft,
    setDraft,
    checked,
    takenCode,
    isAccepting,
    setAccepting,
    /** Shows what is stored now, for example after an old version was restored. */
    take,
    /** Set while a publish waits for a reason. */
    reasonAsked,
    forgetReason: () => setReasonAsked(null),
    isWorking,
    isDirty,
    isOutdated,
    /** Throws the draft away for what is stored now. */
    loadAgain: () => (stored ? work(() => reload(stored.documentId)) : Promise.resolve(null)),
    save: () =>
      work(async () => {
        const question = await store();
        if (question) tell('success', t('form.saved'));
        return question;
      }),
    /** With a note for the list of versions; `asked` where a new key of a used question needs a reason first. */
    publish: (note?: string) =>
      work(async () => {
        setReasonAsked(null);
        const question = isDirty || !stored ? await store() : (await passes()) ? stored : null;
        if (!question) return null;
        const report = await call(publishQuestions, {
          body: { documentIds: [question.documentId], acceptWarnings: isAccepting, ...(note ? { note } : {}) },
        }).catch((refused: unknown) => {
          if (!(refused instanceof AdminProblem) || refused.code !== questionsProblems.reasonNeeded.code) throw refused;
          setReasonAsked({ count: Number(refused.params['count']), attempts: Number(refused.params['attempts']) });
          return null;
        });
        if (report === null) return null;
        const [failed] = report.failed;
        await reload(question.documentId);
        if (failed) setChecked(failed.messages);
        tell(
          failed ? 'danger' : 'success',
          t(failed ? 'form.not-published' : report.done > 0 ? 'form.published' : 'form.published-already'),
        );
        return question;
      }),
    archive: () =>
      work(async () => {
        if (!stored) return;
        await call(archiveQuestions, { body: { documentIds: [stored.documentId] } });
        await reload(stored.documentId);
        tell('success', t('form.archived'));
      }),
    remove: () =>
      work(async () => {
        if (!stored) return null;
        await call(deleteQuestion, { params: { documentId: stored.documentId } });
        tell('success', t('form.deleted'));
        return true;
      }),
  };
}

/** The fields of a refusal stand beside the fields; the notice keeps to its sentence. */
const withoutFields = (problem: AdminProblem): AdminProblem =>
  new AdminProblem(problem.status, { code: problem.code, title: problem.message, params: { ...problem.params } });

export type QuestionOnScreen = ReturnType<typeof useQuestion>;
