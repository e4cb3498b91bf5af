import { useText } from '@lyceum/core/admin';
import { Box, Checkbox, Flex, Radio } from '@strapi/design-system';
import { OPTION_COUNT, type Option } from '../../../../../contract/index.ts';
import { Disclosure } from '../../../components/Disclosure.tsx';
import { Messages } from '../../../components/Messages.tsx';
import { movesRow, RowButtons } from '../../../components/RowButtons.tsx';
import { MarkdownField } from '../MarkdownField.tsx';
import { AnswerGroup } from './AnswerGroup.tsx';
import { type ChoiceAnswer, hasExtras, marked, withoutChoice } from './choice.ts';
import type { EditorProps } from './form.ts';
import { changedOption, moved, withOption } from './option-list.ts';
import { AddButton, Row, Rows } from './Rows.tsx';
import { ShareAndFeedback } from './ShareAndFeedback.tsx';

type Props = EditorProps<ChoiceAnswer> & { isSingle: boolean };

const letter = (at: number) => String.fromCharCode(65 + at);
const ofExtras = (field: string) => field.startsWith('key.shares') || field.startsWith('key.feedback');

/** The text of an option, its mark, and whether it keeps its place. */
function OptionRow({ answer, change, messages, isSingle, option, at }: Props & { option: Option; at: number }) {
  const t = useText('questions');
  const name = t('field.option-named', { name: letter(at) });
  const isRight = answer.correct.includes(option.id);
  const move = (by: -1 | 1) => change({ ...answer, options: moved(answer.options, at, by) });
  const set = (part: Partial<Option>) => change({ ...answer, options: changedOption(answer.options, option.id, part) });
  return (
    <Row isRight={isRight} onKeyDown={movesRow(move)}>
      <MarkdownField
        field={`options.${at}.text`}
        label={name}
        value={option.text}
        rows={2}
        onChange={(text) => set({ text })}
        messages={messages}
        action={
          <RowButtons
            name={name}
            at={at}
            count={answer.options.length}
            onMove={move}
            onRemove={() => change(withoutChoice(answer, option.id))}
            canRemove={answer.options.length > OPTION_COUNT.min}
          />
        }
      />
      <Flex gap={6} paddingTop={2} wrap="wrap">
        {isSingle ? (
          <Radio.Item value={option.id}>{t('option.right')}</Radio.Item>
        ) : (
          <Checkbox
            checked={isRight}
            onCheckedChange={(is: boolean | 'indeterminate') =>
              change({ ...answer, correct: marked(answer.correct, option.id, is === true, false) })
            }
          >
            {t('option.right')}
          </Checkbox>
        )}
        <Checkbox
          checked={option.pinned === true}
          onCheckedChange={(is: boolean | 'indeterminate') => set({ pinned: is === true })}
        >
          {t('option.pin')}
        </Checkbox>
      </Flex>
    </Row>
  );
}

/** Shares and feedback of all options. */
function Extras({ answer, change, messages, isSingle }: Props) {
  const t = useText('questions');
  return (
    <Rows isOrdered={false}>
      {answer.options.map(({ id }, at) => (
        <Row key={id}>
          <ShareAndFeedback
            name={t('field.option-named', { name: letter(at) })}
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
      <Messages messages={messages.filter(({ field }) => field === 'key.shares')} />
      <Box tag="li">{t(isSingle ? 'share.rule-single' : 'share.rule-multiple')}</Box>
    </Rows>
  );
}

function ChoiceEditor(props: Props) {
  const t = useText('questions');
  const { answer, change, messages, isSingle } = props;
  const list = (
    <Rows>
      {answer.options.map((option, at) => (
        <OptionRow key={option.id} {...props} option={option} at={at} />
      ))}
    </Rows>
  );
  const extras = hasExtras(answer);
  return (
    <AnswerGroup label={t('field.options')} hint={t('option.hint')}>
      {isSingle ? (
        <Radio.Group
          value={answer.correct[0] ?? ''}
          aria-label={t('field.key')}
          onValueChange={(id: string) => change({ ...answer, correct: marked(answer.correct, id, true, true) })}
        >
          {list}
        </Radio.Group>
      ) : (
        list
      )}
      <Messages messages={messages.filter(({ field }) => field === 'options' || field === 'key')} />
      <AddButton
        label={t('option.add')}
        isDisabled={answer.options.length >= OPTION_COUNT.max}
        onAdd={() => change({ ...answer, options: withOption(answer.options) })}
      />
      <Box paddingTop={4}>
        <Disclosure
          label={t('share.disclosure')}
          isNeeded={extras.shares || extras.feedback || messages.some(({ field }) => ofExtras(field))}
        >
          <Extras {...props} />
        </Disclosure>
      </Box>
    </AnswerGroup>
  );
}

/** Options of which one is right. */
export const SingleChoiceEditor = (props: EditorProps<ChoiceAnswer>) => <ChoiceEditor {...props} isSingle />;

/** Options of which several may be right. */
export const MultipleChoiceEditor = (props: EditorProps<ChoiceAnswer>) => <ChoiceEditor {...props} isSingle={false} />;
