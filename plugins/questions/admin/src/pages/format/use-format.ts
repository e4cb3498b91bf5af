import { useCall, useConfirm, useProblemText, useUnsavedGuard } from '@lyceum/core/admin';
import type { Locale } from '@lyceum/core/contract';
import { useState } from 'react';
import { acceptFormatted, formatText, type QuestionInput, type RuleMessage } from '../../../../contract/index.ts';
import { acceptable, decided, edited, type Proposal, toProposals, withResults } from './proposals.ts';

/** What was asked for, kept to be asked again after an error: the text itself is never touched. */
export type Asked = { text?: string; batchId?: string; language: Locale; way: 'ai' | 'built-in' };

/** Proposals for a text: asking, deciding, storing. */
export function useFormat() {
  const call = useCall();
  const problemText = useProblemText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [proposals, setProposals] = useState<Proposal[] | null>(null);
  const [provider, setProvider] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { confirm, dialog } = useConfirm();
  const isUndecided = ({ state, proposal }: Proposal) => proposal !== null && (state === 'open' || state === 'refused');
  useUnsavedGuard(proposals?.some(isUndecided) ?? false, confirm);

  const work = async (act: () => Promise<void>) => {
    setWorking(true);
    setError(null);
    try {
      await act();
    } catch (refused) {
      setError(problemText(refused));
    }
    setWorking(false);
  };
  const store = (taken: readonly Proposal[]) =>
    work(async () => {
      const questions = taken.flatMap(({ proposal }) => (proposal === null ? [] : [proposal]));
      if (questions.length === 0) return;
      const body = { questions, provider, acceptWarnings: true };
      const { results } = await call(acceptFormatted, { body });
      const sent = taken.map(({ place }) => place);
      setProposals((before) => before && withResults(before, sent, results));
    });

  return {
    asked,
    dialog,
    proposals,
    provider,
    isWorking,
    error,
    ask: (request: Asked) =>
      work(async () => {
        setAsked(request);
        const answer = await call(formatText, { body: request });
        setProvider(answer.provider);
        setProposals(toProposals(answer.items));
      }),
    accept: (place: number) => store((proposals ?? []).filter((one) => one.place === place)),
    acceptAll: () => store(acceptable(proposals ?? [])),
    decide: (place: number, state: 'open' | 'rejected') => setProposals((before) => before && decided(before, place, state)),
    edit: (place: number, question: QuestionInput, messages: RuleMessage[]) =>
      setProposals((before) => before && edited(before, place, question, messages)),
    startOver() {
      setProposals(null);
      setError(null);
    },
  };
}
