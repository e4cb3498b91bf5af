import { useCall, useDates, useLoaded, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { Badge, Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { type DuplicatePair, getDuplicate, PUBLISH, WRITE } from '../../../../contract/index.ts';
import { Comparison } from './Comparison.tsx';
import { SideHead } from './SideHead.tsx';

export type PairViewProps = {
  pair: DuplicatePair;
  /** Which one this is, for example 3 of 128. */
  place: { at: number; of: number };
  isWorking: boolean;
  canUndo: boolean;
  onStep(by: 1 | -1): void;
  onDecide(decision: 'keep' | 'variants'): void;
  onMerge(): void;
  onUndo(): void;
};

/** A key beside what it does. */
const Key = ({ children }: { children: string }) => (
  <Box tag="kbd" hasRadius borderColor="neutral300" paddingLeft={1} paddingRight={1} style={{ fontSize: '1.1rem' }} aria-hidden>
    {children}
  </Box>
);

function Actions(props: PairViewProps) {
  const t = useText('questions');
  const may = useMay();
  const { pair, isWorking } = props;
  if (pair.decision !== null) {
    const right = pair.decision === 'merged' ? PUBLISH : WRITE;
    return may(right) ? (
      <Button variant="secondary" loading={isWorking} endIcon={<Key>U</Key>} onClick={props.onUndo}>
        {t('duplicates.undo')}
      </Button>
    ) : null;
  }
  return (
    <>
      {may(PUBLISH) ? (
        <Button disabled={isWorking} endIcon={<Key>M</Key>} onClick={props.onMerge}>
          {t('duplicates.merge')}
        </Button>
      ) : null}
      {may(WRITE) ? (
        <>
          <Button variant="secondary" disabled={isWorking} endIcon={<Key>B</Key>} onClick={() => props.onDecide('keep')}>
            {t('duplicates.keep')}
          </Button>
          <Button variant="secondary" disabled={isWorking} endIcon={<Key>V</Key>} onClick={() => props.onDecide('variants')}>
            {t('duplicates.variants')}
          </Button>
          <Button variant="tertiary" disabled={isWorking || !props.canUndo} endIcon={<Key>U</Key>} onClick={props.onUndo}>
            {t('duplicates.undo-last')}
          </Button>
        </>
      ) : null}
    </>
  );
}

/** One pair: how alike, what was decided, both questions side by side. */
export function PairView(props: PairViewProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { dateTime } = useDates();
  const { pair, place } = props;
  const { value, error } = useLoaded(() => call(getDuplicate, { params: { id: pair.id } }), [pair.id, pair.decision]);
  const isShown = value?.id === pair.id;
  return (
    <Box tag="section" aria-label={t('duplicates.pair', { a: pair.a.code, b: pair.b.code })}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={4}>
        <Flex gap={2} wrap="wrap">
          <Button
            variant="tertiary"
            size="S"
            startIcon={<ArrowLeft />}
            endIcon={<Key>K</Key>}
            disabled={place.at === 0}
            onClick={() => props.onStep(-1)}
          >
            {t('duplicates.previous')}
          </Button>
          <Typography aria-live="polite">{t('duplicates.place', { at: place.at + 1, of: place.of })}</Typography>
          <Button
            variant="tertiary"
            size="S"
            startIcon={<ArrowRight />}
            endIcon={<Key>J</Key>}
            disabled={place.at + 1 >= place.of}
            onClick={() => props.onStep(1)}
          >
            {t('duplicates.next')}
          </Button>
          <Badge variant={pair.percent >= 95 ? 'danger' : 'warning'}>{t('duplicates.percent', { percent: pair.percent })}</Badge>
          {pair.decision ? (
            <Badge variant="success">
              {t(`duplicates.decision-${pair.decision}`)}
              {` · ${[pair.decidedBy, dateTime(pair.decidedAt)].filter(Boolean).join(' · ')}`}
            </Badge>
          ) : null}
        </Flex>
        <Flex gap={2} wrap="wrap">
          <Actions {...props} />
        </Flex>
      </Flex>
      {error ? (
        <EmptyStateLayout content={problemText(error)} />
      ) : isShown ? (
        <Comparison
          fields={value.fields}
          left={{ name: value.a.code, head: <SideHead side={value.a} /> }}
          right={{ name: value.b.code, head: <SideHead side={value.b} /> }}
        />
      ) : (
        <Flex justifyContent="center" padding={8}>
          <Loader>{t('form.loading')}</Loader>
        </Flex>
      )}
    </Box>
  );
}
