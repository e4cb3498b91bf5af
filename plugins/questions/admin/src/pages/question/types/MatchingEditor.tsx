import { useText } from '@lyceum/core/admin';
import { Flex, Grid, Typography } from '@strapi/design-system';
import { OPTION_COUNT } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';
import { movesRow, RowButtons } from '../../../components/RowButtons.tsx';
import { MarkdownField } from '../MarkdownField.tsx';
import { AnswerGroup } from './AnswerGroup.tsx';
import type { EditorProps } from './form.ts';
import { answersOf, emptyRow, type MatchingAnswer, type MatchingRow } from './matching-rows.ts';
import { freeRow, moved } from './option-list.ts';
import { AddButton, Row, Rows } from './Rows.tsx';

/** What is matched with what, side by side, and answers that fit nothing. */
export function MatchingEditor({ answer, change, messages }: EditorProps<MatchingAnswer>) {
  const t = useText('questions');
  const answers = answersOf(answer);
  // Equal answers are one option; the first of them carries its messages.
  const optionField = (text: string, key: string) => {
    const at = answers.indexOf(text.trim());
    return at < 0 ? key : `options.${at}.text`;
  };
  const set = (at: number, part: Partial<MatchingRow>) =>
    change({ ...answer, rows: answer.rows.map((row, place) => (place === at ? { ...row, ...part } : row)) });
  const move = (at: number) => (by: -1 | 1) => change({ ...answer, rows: moved(answer.rows, at, by) });
  return (
    <AnswerGroup label={t('match.title')} hint={t('match.hint')}>
      <Rows>
        {answer.rows.map((row, at) => {
          const name = t('match.row', { number: at + 1 });
          const pair = `key.pairs.${at + 1}`;
          return (
            <Row key={row.row} onKeyDown={movesRow(move(at))}>
              <Flex justifyContent="space-between" wrap="wrap">
                <Typography variant="sigma">{name}</Typography>
                <Flex gap={1}>
                  <RowButtons
                    name={name}
                    at={at}
                    count={answer.rows.length}
                    onMove={move(at)}
                    onRemove={() => change({ ...answer, rows: answer.rows.toSpliced(at, 1) })}
                    canRemove={answer.rows.length > OPTION_COUNT.min}
                  />
                </Flex>
              </Flex>
              <Grid.Root gap={4}>
                <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                  <MarkdownField
                    field={`details.prompts.${at}.text`}
                    label={t('match.prompt')}
                    value={row.prompt}
                    rows={2}
                    onChange={(prompt) => set(at, { prompt })}
                    messages={messages}
                  />
                </Grid.Item>
                <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
                  <MarkdownField
                    field={optionField(row.answer, pair)}
                    label={t('match.answer')}
                    value={row.answer}
                    rows={2}
                    onChange={(text) => set(at, { answer: text })}
                    messages={messages}
                  />
                  {row.answer.trim() === '' ? null : <Messages messages={messages.filter(({ field }) => field === pair)} />}
                </Grid.Item>
              </Grid.Root>
            </Row>
          );
        })}
      </Rows>
      <AddButton
        label={t('match.add')}
        isDisabled={answer.rows.length >= OPTION_COUNT.max}
        onAdd={() => change({ ...answer, rows: [...answer.rows, emptyRow(freeRow(answer.rows))] })}
      />
      <Typography tag="p" variant="pi" fontWeight="bold" paddingTop={4} paddingBottom={2}>
        {t('match.extra')}
      </Typography>
      <Rows>
        {answer.extra.map((text, at) => {
          const name = t('match.extra-named', { number: at + 1 });
          return (
            <Row key={at}>
              <MarkdownField
                field={optionField(text, `extra.${at}`)}
                label={name}
                value={text}
                rows={2}
                onChange={(next) => change({ ...answer, extra: answer.extra.with(at, next) })}
                messages={messages}
                action={
                  <RowButtons
                    name={name}
                    at={at}
                    count={answer.extra.length}
                    onRemove={() => change({ ...answer, extra: answer.extra.toSpliced(at, 1) })}
                  />
                }
              />
            </Row>
          );
        })}
      </Rows>
      <AddButton
        label={t('match.add-extra')}
        isDisabled={answers.length >= OPTION_COUNT.max || answer.extra.length >= OPTION_COUNT.max}
        onAdd={() => change({ ...answer, extra: [...answer.extra, ''] })}
      />
      <Messages messages={messages.filter(({ field }) => ['key', 'options', 'details', 'details.prompts'].includes(field))} />
    </AnswerGroup>
  );
}
