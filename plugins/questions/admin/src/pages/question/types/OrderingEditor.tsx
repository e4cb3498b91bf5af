import { useText } from '@lyceum/core/admin';
import { OPTION_COUNT } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';
import { movesRow, RowButtons } from '../../../components/RowButtons.tsx';
import { MarkdownField } from '../MarkdownField.tsx';
import { AnswerGroup } from './AnswerGroup.tsx';
import type { EditorProps } from './form.ts';
import { changedOption, moved, withOption, withoutOption } from './option-list.ts';
import type { OrderingAnswer } from './ordering.ts';
import { AddButton, Row, Rows } from './Rows.tsx';

/** What is brought into order, written down in the right one. */
export function OrderingEditor({ answer, change, messages }: EditorProps<OrderingAnswer>) {
  const t = useText('questions');
  const { options } = answer;
  return (
    <AnswerGroup label={t('order.title')} hint={t('order.hint')}>
      <Rows>
        {options.map((option, at) => {
          const name = t('order.named', { number: at + 1 });
          const move = (by: -1 | 1) => change({ options: moved(options, at, by) });
          return (
            <Row key={option.id} onKeyDown={movesRow(move)}>
              <MarkdownField
                field={`options.${at}.text`}
                label={name}
                value={option.text}
                rows={2}
                onChange={(text) => change({ options: changedOption(options, option.id, { text }) })}
                messages={messages}
                action={
                  <RowButtons
                    name={name}
                    at={at}
                    count={options.length}
                    onMove={move}
                    onRemove={() => change({ options: withoutOption(options, option.id) })}
                    canRemove={options.length > OPTION_COUNT.min}
                  />
                }
              />
            </Row>
          );
        })}
      </Rows>
      <Messages messages={messages.filter(({ field }) => field === 'options' || field === 'key')} />
      <AddButton
        label={t('order.add')}
        isDisabled={options.length >= OPTION_COUNT.max}
        onAdd={() => change({ options: withOption(options) })}
      />
    </AnswerGroup>
  );
}
