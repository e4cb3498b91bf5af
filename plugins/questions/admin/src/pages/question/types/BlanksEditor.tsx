import { useText } from '@lyceum/core/admin';
import { Typography } from '@strapi/design-system';
import { Messages } from '../../../components/Messages.tsx';
import { placeCursor, withInserted } from '../insert-text.ts';
import { AnswerGroup } from './AnswerGroup.tsx';
import type { BlanksAnswer } from './blanks.ts';
import type { EditorProps } from './form.ts';
import { GapEditor } from './GapEditor.tsx';
import { emptyGap, freeGapId, type GapDraft, idsInText, shownGaps } from './gaps.ts';
import { AddButton, Rows } from './Rows.tsx';

const markOf = (id: string) => `[[${id}]]`;

/** Gaps are put into the text where the cursor stands; below stands what is right in each. */
export function BlanksEditor({ answer, stem, change, messages }: EditorProps<BlanksAnswer>) {
  const t = useText('questions');
  const shown = shownGaps(answer.gaps, stem);
  const inText = idsInText(stem);
  const places = shown.map(({ id }) => Number(id)).sort((a, b) => a - b);
  const free = freeGapId(answer.gaps, stem);

  const insert = (id: string, gaps: GapDraft[]) => {
    const next = withInserted('stem', stem, markOf(id));
    change({ gaps }, next);
    const end = next.indexOf(markOf(id)) + markOf(id).length;
    requestAnimationFrame(() => placeCursor('stem', end));
  };
  const set = (id: string, part: Partial<GapDraft>) =>
    change({ gaps: shown.map((gap) => (gap.id === id ? { ...gap, ...part } : gap)) });
  const remove = (id: string) => change({ gaps: shown.filter((gap) => gap.id !== id) }, stem.replaceAll(markOf(id), ''));

  return (
    <AnswerGroup label={t('gap.title')} hint={t('gap.hint')}>
      {shown.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {t('gap.none')}
        </Typography>
      ) : (
        <Rows>
          {shown.map((gap) => (
            <GapEditor
              key={gap.id}
              gap={gap}
              at={places.indexOf(Number(gap.id))}
              isInText={inText.includes(gap.id)}
              change={(part) => set(gap.id, part)}
              onInsert={() => insert(gap.id, shown)}
              onRemove={() => remove(gap.id)}
              messages={messages}
            />
          ))}
        </Rows>
      )}
      <Messages messages={messages.filter(({ field }) => field === 'key' || field === 'details' || field === 'details.gaps')} />
      <AddButton
        label={t('gap.add')}
        isDisabled={free === null}
        onAdd={() => free !== null && insert(free, [...shown, emptyGap(free)])}
      />
    </AnswerGroup>
  );
}
