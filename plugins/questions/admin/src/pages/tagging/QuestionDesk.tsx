import { Notice, useText } from '@lyceum/core/admin';
import { Box, Button, EmptyStateLayout, Flex, Grid, Link as TextLink, Typography, VisuallyHidden } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { HOME } from '../../plugin-id.ts';
import { KeyCap } from './KeyCap.tsx';
import { Keys } from './Keys.tsx';
import { type TaggingAction, type TypedField, taggingAction } from './keys.ts';
import { QueueList } from './QueueList.tsx';
import { ShownQuestion } from './ShownQuestion.tsx';
import { Suggested } from './Suggested.tsx';
import { TagPanel } from './TagPanel.tsx';
import { toggled, withSuggestion } from './tags.ts';
import type { TagNames } from './use-tag-names.ts';
import type { TaggingOnScreen } from './use-tagging.ts';

type Props = { tagging: TaggingOnScreen; names: TagNames; keysOn: boolean; onKeys(isOn: boolean): void };

/** The question on screen with its tags, the queue beside it, and the keys. */
export function QuestionDesk({ tagging, names, keysOn, onKeys }: Props) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const [open, setOpen] = useState<TypedField | null>(null);
  const desk = useRef<HTMLElement>(null);
  const { current, tags, suggestion, change, say } = tagging;
  const id = current?.documentId;

  // The desk has the focus, so that a screen reader reads the next question and Enter saves.
  useEffect(() => {
    if (open === null) desk.current?.focus({ preventScroll: true });
  }, [id, open]);

  const take = () => {
    if (!tags || !suggestion) return say(t('tagging.no-suggestion'));
    change(withSuggestion(tags, suggestion));
    say(t('tagging.taken'));
  };
  const act = (action: TaggingAction) => {
    if (action.kind === 'undo') return void tagging.undo();
    if (action.kind === 'previous') return tagging.step(-1);
    if (!tags) return undefined;
    if (action.kind === 'next') return tagging.step(1);
    if (action.kind === 'save') return tagging.save();
    if (action.kind === 'take') return take();
    if (action.kind === 'open') return setOpen(action.field);
    if (action.kind === 'difficulty') {
      change({ ...tags, difficulty: action.value });
      return say(t('tagging.set-difficulty', { label: difficultyLabel(action.value) }));
    }
    const examType = action.kind === 'examType' ? names.frequent[action.at] : undefined;
    if (!examType) return undefined;
    const next = toggled(tags, 'examTypes', examType.value);
    change(next);
    return say(
      t(next.examTypes.some((value) => value === examType.value) ? 'tagging.added' : 'tagging.removed', { name: examType.code }),
    );
  };

  useEffect(() => {
    if (!keysOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const action = taggingAction(event, event.target instanceof HTMLElement ? event.target : null);
      if (action === null) return;
      event.preventDefault();
      act(action);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  const failed = Object.entries(tagging.marks).flatMap(([key, mark]) =>
    typeof mark === 'object' ? [{ key, at: tagging.rows.findIndex((row) => row.documentId === key), reason: mark.failed }] : [],
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Keys isOn={keysOn} onSwitch={onKeys} />
      <Typography tag="p" textColor="neutral600" role="status" aria-live="polite" style={{ minBlockSize: '2rem' }}>
        {tagging.said}
      </Typography>
      {failed.map(({ key, at, reason }) => (
        <Notice
          key={key}
          tone="danger"
          title={t('tagging.not-saved', { code: tagging.rows[at]?.code ?? '', reason })}
          action={
            <Button size="S" variant="secondary" onClick={() => tagging.choose(at)}>
              {t('tagging.back-to-it')}
            </Button>
          }
        />
      ))}
      <Grid.Root gap={5}>
        <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
          {current === null || tags === null ? (
            <EmptyStateLayout content={t('tagging.finished', { count: tagging.saved })} />
          ) : (
            <Box
              ref={desk}
              tag="article"
              tabIndex={-1}
              aria-label={t('tagging.question', { code: current.code })}
              background="neutral0"
              hasRadius
              shadow="tableShadow"
              padding={5}
              style={{ outlineOffset: '2px' }}
            >
              <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={3}>
                <TextLink tag={Link} to={`${HOME}/bank/${current.documentId}`}>
                  <bdi>{current.code}</bdi>
                </TextLink>
                <StatusBadge status={current.status} modified={false} />
              </Flex>
              <ShownQuestion item={current.item} />
              <Box paddingTop={5} paddingBottom={5}>
                <Suggested suggestion={suggestion} tags={tags} names={names} onTake={take} />
              </Box>
              <TagPanel tags={tags} names={names} open={open} onOpen={setOpen} change={change} say={say} />
              <Flex gap={2} wrap="wrap" paddingTop={5}>
                <Button onClick={tagging.save} startIcon={<KeyCap>Enter</KeyCap>}>
                  {t('tagging.key-save')}
                </Button>
                <Button variant="tertiary" onClick={() => tagging.step(1)} startIcon={<KeyCap>n</KeyCap>}>
                  {t('tagging.key-next')}
                </Button>
                <Button
                  variant="tertiary"
                  disabled={!tagging.canUndo}
                  onClick={() => void tagging.undo()}
                  startIcon={<KeyCap>u</KeyCap>}
                >
                  {t('tagging.key-undo')}
                </Button>
              </Flex>
              {current.status === 'published' ? (
                <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
                  {t('tagging.published-note')}
                </Typography>
              ) : null}
            </Box>
          )}
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <VisuallyHidden>
            <h2>{t('tagging.queue')}</h2>
          </VisuallyHidden>
          <QueueList tagging={tagging} />
        </Grid.Item>
      </Grid.Root>
    </Flex>
  );
}
