import { useText } from '@lyceum/core/admin';
import { Flex } from '@strapi/design-system';
import { Messages } from '../../../components/Messages.tsx';
import { AcceptedTexts } from './AcceptedTexts.tsx';
import { AnswerGroup } from './AnswerGroup.tsx';
import type { EditorProps } from './form.ts';
import type { TextAnswer } from './short-text.ts';
import { TextAlternatives } from './TextAlternatives.tsx';

/** The answers a short text may have, and others that earn a part. */
export function ShortTextEditor({ answer, change, messages }: EditorProps<TextAnswer>) {
  const t = useText('questions');
  return (
    <AnswerGroup label={t('field.key-accepted')} hint={t('accepted.hint')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <AcceptedTexts
          accepted={answer.accepted}
          caseSensitive={answer.caseSensitive}
          change={(part) => change({ ...answer, ...part })}
          field="key"
          messages={messages}
        />
        <TextAlternatives
          list={answer.alternatives}
          change={(alternatives) => change({ ...answer, alternatives })}
          field="key.alternatives"
          messages={messages}
        />
        <Messages messages={messages.filter(({ field }) => field === 'key')} />
      </Flex>
    </AnswerGroup>
  );
}
