import { useCall } from '@lyceum/core/admin';
import { useEffect, useState } from 'react';
import { type QuestionInput, type SimilarQuestion, similarQuestions } from '../../../../contract/index.ts';

const PAUSE_MS = 900;
/** Shorter stems are like too much. */
const MIN_CHARACTERS = 15;

/** Questions of the bank like the one being written, looked for when the writer pauses. A failed look says nothing. */
export function useSimilar(question: QuestionInput, documentId: string | null): readonly SimilarQuestion[] {
  const call = useCall();
  const [matches, setMatches] = useState<readonly SimilarQuestion[]>([]);
  const key = JSON.stringify([question.stem, question.options, question.details, question.key, question.type, question.language]);
  useEffect(() => {
    if (question.stem.trim().length < MIN_CHARACTERS) {
      setMatches([]);
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      const body = { question, ...(documentId ? { documentId } : {}) };
      call(similarQuestions, { body: body as never }).then(
        (answer) => isCurrent && setMatches(answer.matches),
        () => isCurrent && setMatches([]),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, documentId]);
  return matches;
}
