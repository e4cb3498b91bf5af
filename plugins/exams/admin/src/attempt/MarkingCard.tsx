import { Notice, useCall, useDates, useProblemText, useText } from '@lyceum/core/admin';
import { Badge, Box, Button, Divider, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type AttemptDetail, type Marking, markItem } from '../../../contract/index.ts';
import { MarkFields } from './MarkFields.tsx';
import { draftOf, givenBy, pointsMade, wordCount } from './mark-draft.ts';
import { RecordingPlayer } from './RecordingPlayer.tsx';

type Item = AttemptDetail['items'][number];

/** What was handed in: the text with its words counted, or the recording. */
function HandedIn({ attemptId, marking }: { attemptId: AttemptDetail['id']; marking: Marking }) {
  const t = useText('exams');
  const { longText, recording } = marking;
  if (recording) return <RecordingPlayer attemptId={attemptId} recordingId={recording} />;
  if (longText === null) return <Typography textColor="neutral600">{t('marking.nothing')}</Typography>;
  return (
    <Box>
      <Typography
        variant="sigma"
        textColor="neutral600"
      >{`${t('marking.text')} · ${t('marking.words', { count: wordCount(longText) })}`}</Typography>
      <Box background="neutral100" hasRadius padding={4} marginTop={2}>
        <Typography tag="div" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {longText}
        </Typography>
      </Box>
    </Box>
  );
}

export type MarkingCardProps = {
  attemptId: AttemptDetail['id'];
  item: Item;
  marking: Marking;
  /** False: shown, not to be changed. */
  mayMark: boolean;
  onMarked(): void;
};

/** One answer marked by hand: what was given, the model answer, and the mark by rubric or points with a comment. */
export function MarkingCard({ attemptId, item, marking, mayMark, onMarked }: MarkingCardProps) {
  const t = useText('exams');
  const call = useCall();
  const problemText = useProblemText();
  const { dateTime } = useDates();
  const { toggleNotification } = useNotification();
  const { rubric, mark, modelAnswerHtml } = marking;
  const [draft, setDraft] = useState(() => draftOf(rubric, mark));
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const given = givenBy(draft, rubric, item.points);
  const made = pointsMade(draft, rubric, item.points);
  const isHandedIn = marking.longText !== null || marking.recording !== null;

  const save = async () => {
    if (!given) return;
    setSaving(true);
    setError(null);
    try {
      const body = { given, comment: draft.comment.trim() || null, ifMarkedAt: mark?.markedAt ?? null };
      const { pendingMarks } = await call(markItem, { params: { attemptId, item: item.item }, body });
      const message = pendingMarks === 0 && mark === null ? t('marking.complete') : t('marking.saved');
      toggleNotification({ type: 'success', message });
      onMarked();
    } catch (problem) {
      setError(problemText(problem));
    } finally {
      setSaving(false);
    }
  };

  return (
    <Box
      tag="section"
      aria-label={t('marking.question', { item: item.item })}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={2} wrap="wrap">
          <Typography
            variant="delta"
            tag="h3"
          >{`${t('marking.question', { item: item.item })} · ${t('marking.points', { points: item.points })}`}</Typography>
          <Badge variant={mark || !isHandedIn ? 'success' : 'warning'}>
            {mark ? t('marking.marked-at', { at: dateTime(mark.markedAt) }) : t('marking.not-yet')}
          </Badge>
        </Flex>
        {/* Rendered and cleaned by the one renderer of the platform. */}
        <Typography tag="div" dangerouslySetInnerHTML={{ __html: item.stemHtml }} />
        <HandedIn attemptId={attemptId} marking={marking} />
        {modelAnswerHtml ? (
          <details>
            <summary>{t('marking.model')}</summary>
            <Box paddingTop={2}>
              <Typography tag="div" dangerouslySetInnerHTML={{ __html: modelAnswerHtml }} />
            </Box>
          </details>
        ) : null}
        {isHandedIn && mayMark ? (
          <>
            <Divider />
            <MarkFields item={item.item} rubric={rubric} pointsMax={item.points} draft={draft} onChange={setDraft} />
            {error ? <Notice tone="danger" title={error} /> : null}
            <Flex justifyContent="space-between" gap={4} wrap="wrap">
              <Typography textColor="neutral600" aria-live="polite">
                {made === null ? '' : t('marking.sum', { points: made, max: item.points })}
              </Typography>
              <Button loading={isSaving} disabled={given === null} onClick={() => void save()}>
                {mark ? t('marking.change') : t('marking.save')}
              </Button>
            </Flex>
          </>
        ) : null}
      </Flex>
    </Box>
  );
}
