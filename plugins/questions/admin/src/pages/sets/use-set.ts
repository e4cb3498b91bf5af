import { useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import {
  changeSet,
  copySet,
  countSet,
  createSet,
  deleteSet,
  getSet,
  type QuestionSet,
  type SetMember,
} from '../../../../contract/index.ts';
import { contentOf, EMPTY_SET, type SetDraft, toSetDraft } from './set-draft.ts';

/** How long somebody may go on choosing before the set is counted again. */
const PAUSE_MS = 300;

type Counted = { asked: number; published: number; members: readonly SetMember[] };

/** One set on the screen: what is stored, what is written, and how many published questions it has. */
export function useSet(id: string | null) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const found = useLoaded(async () => (id === null ? null : call(getSet, { params: { id } })), [id]);
  const [stored, setStored] = useState<QuestionSet | null>(null);
  const [draft, setDraft] = useState<SetDraft>(EMPTY_SET);
  const [saved, setSaved] = useState<SetDraft>(EMPTY_SET);
  const [counted, setCounted] = useState<Counted | null>(null);
  /** Questions that were found or added, by id, so that an added one has its name at once. */
  const [known, setKnown] = useState<Readonly<Record<string, SetMember>>>({});
  const [isWorking, setWorking] = useState(false);

  const learn = (members: readonly SetMember[]) =>
    setKnown((old) => ({ ...old, ...Object.fromEntries(members.map((member) => [member.documentId, member])) }));
  const take = (set: QuestionSet) => {
    setStored(set);
    setDraft(toSetDraft(set));
    setSaved(toSetDraft(set));
  };
  useEffect(() => {
    if (!found.value) return;
    take(found.value);
    learn(found.value.members);
  }, [found.value]);

  const content = JSON.stringify(contentOf(draft));
  const isReady = id === null || stored !== null;
  useEffect(() => {
    if (!isReady) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      call(countSet, { body: { content: contentOf(draft) } }).then(
        (reply) => {
          if (!isCurrent) return;
          setCounted(reply);
          learn(reply.members);
        },
        () => isCurrent && setCounted(null),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [content, isReady]);

  const work = async <Result>(act: () => Promise<Result>, done: string): Promise<Result | null> => {
    setWorking(true);
    try {
      const result = await act();
      toggleNotification({ type: 'success', message: done });
      return result;
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
      return null;
    } finally {
      setWorking(false);
    }
  };

  return {
    error: found.error,
    isLoading: !isReady,
    stored,
    draft,
    change: setDraft,
    counted,
    known,
    learn,
    isWorking,
    isDirty: JSON.stringify(draft) !== JSON.stringify(saved),
    save: () =>
      work(async () => {
        const body = { name: draft.name.trim(), content: contentOf(draft) };
        const set = stored
          ? await call(changeSet, { params: { id: stored.id }, body: { ...body, ifUpdatedAt: stored.updatedAt } })
          : await call(createSet, { body });
        take(set);
        return set;
      }, t('sets.saved')),
    copy: (set: QuestionSet) =>
      work(
        () => call(copySet, { params: { id: set.id }, body: { name: t('sets.copy-name', { name: set.name }).slice(0, 200) } }),
        t('sets.copied'),
      ),
    remove: (set: QuestionSet) => work(() => call(deleteSet, { params: { id: set.id } }), t('sets.deleted')),
  };
}

export type SetOnScreen = ReturnType<typeof useSet>;
