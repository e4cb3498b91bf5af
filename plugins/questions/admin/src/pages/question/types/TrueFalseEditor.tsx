import { useText } from '@lyceum/core/admin';
import { Box, Flex, Radio } from '@strapi/design-system';
import { TRUE_FALSE_IDS } from '../../../../../contract/index.ts';
import { Disclosure } from '../../../components/Disclosure.tsx';
import { Messages } from '../../../components/Messages.tsx';
import { AnswerGroup } from './AnswerGroup.tsx';
import { hasExtras } from './choice.ts';
import type { EditorProps } from './form.ts';
import { Row, Rows } from './Rows.tsx';
import { ShareAndFeedback } from './ShareAndFeedback.tsx';
import type { TruthAnswer } from './true-false.ts';

/** Whether a statement holds, and what is said to who thinks so or not. */
export function TrueFalseEditor({ answer, change, messages }: EditorProps<TruthAnswer>) {
  const t = useText('questions');
  const extras = hasExtras(answer);
  const ofExtras = messages.filter(({ field }) => field.startsWith('key.'));
  return (
    <AnswerGroup label={t('true-false.key')}>
      <Radio.Group
        value={answer.correct[0] ?? ''}
        aria-label={t('true-false.key')}
        onValueChange={(id: string) => change({ ...answer, correct: [id] })}
      >
        <Flex gap={6}>
          {TRUE_FALSE_IDS.map((id) => (
            <Radio.Item key={id} value={id}>
              {t(`true-false.${id}`)}
            </Radio.Item>
          ))}
        </Flex>
      </Radio.Group>
      <Messages messages={messages.filter(({ field }) => field === 'key')} />
      <Box paddingTop={4}>
        <Disclosure label={t('share.disclosure')} isNeeded={extras.shares || extras.feedback || ofExtras.length > 0}>
          <Rows isOrdered={false}>
            {TRUE_FALSE_IDS.map((id) => (
              <Row key={id}>
                <ShareAndFeedback
                  name={t(`true-false.${id}`)}
                  shareField={`key.shares.${id}`}
                  feedbackField={`key.feedback.${id}`}
                  percent={answer.percents[id]}
                  feedback={answer.feedback[id] ?? ''}
                  change={(part) =>
                    change({
                      ...answer,
                      ...('percent' in part ? { percents: { ...answer.percents, [id]: part.percent } } : {}),
                      ...(part.feedback === undefined ? {} : { feedback: { ...answer.feedback, [id]: part.feedback } }),
                    })
                  }
                  messages={messages}
                />
              </Row>
            ))}
          </Rows>
          <Messages messages={messages.filter(({ field }) => field === 'key.shares')} />
        </Disclosure>
      </Box>
    </AnswerGroup>
  );
}
