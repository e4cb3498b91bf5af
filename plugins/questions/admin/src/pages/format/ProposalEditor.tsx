import { useCall, useText } from '@lyceum/core/admin';
import { Button, Modal } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { checkQuestion, type QuestionInput, type RuleMessage, type Topic } from '../../../../contract/index.ts';
import { type Draft, toDraft, toInput, withMissing } from '../question/draft.ts';
import { QuestionForm } from '../question/QuestionForm.tsx';
import { usePreview } from '../question/use-preview.ts';

export type ProposalEditorProps = {
  question: QuestionInput;
  messages: readonly RuleMessage[];
  topics: readonly Topic[];
  onTopicMade(): void;
  onDone(question: QuestionInput, messages: RuleMessage[]): void;
  onClose(): void;
};

const TYPING_MS = 400;

/** The whole form over the page, for a proposal that needs a hand before it is accepted. */
export function ProposalEditor({ question, messages: first, topics, onTopicMade, onDone, onClose }: ProposalEditorProps) {
  const t = useText('questions');
  const call = useCall();
  const [draft, setDraft] = useState<Draft>(() => toDraft(question));
  const [messages, setMessages] = useState<readonly RuleMessage[]>(first);
  const [isKeeping, setKeeping] = useState(false);
  const preview = usePreview(draft, true);
  const asked = JSON.stringify(toInput(draft));

  useEffect(() => {
    const timer = setTimeout(() => {
      call(checkQuestion, { body: { question: JSON.parse(asked) as QuestionInput } }).then(
        (answer) => setMessages(withMissing(draft, answer.messages)),
        // Accepting tells what is wrong; the writing goes on.
        () => undefined,
      );
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [call, asked, draft]);

  /** What was typed last may not be checked yet: it is kept with what the rules say about it, not about what stood before. */
  const keep = async () => {
    setKeeping(true);
    const kept = toInput(draft);
    const answer = await call(checkQuestion, { body: { question: kept } }).catch(() => ({ messages: [] }));
    onDone(kept, [...withMissing(draft, answer.messages)]);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content style={{ inlineSize: 'min(1360px, 96vw)', maxInlineSize: 'none' }}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('format.edit-title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <QuestionForm
            draft={draft}
            change={setDraft}
            messages={messages}
            preview={{ ...preview, isEmpty: draft.stem.trim() === '' }}
            topics={topics}
            onTopicMade={onTopicMade}
          />
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button loading={isKeeping} onClick={() => void keep()}>
            {t('format.keep')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
