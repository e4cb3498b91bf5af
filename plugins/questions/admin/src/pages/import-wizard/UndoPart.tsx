import { JobReport, Notice, useCall, useConfirm, useDates, useProblemText, useText } from '@lyceum/core/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type ImportBatch, planUndo, undoImport } from '../../../../contract/index.ts';
import { isUndoing } from './steps.ts';

/** Takes a whole batch back: asks with counts, shows how far it is, and says what was kept. */
export function UndoPart({ batch, onChanged }: { batch: ImportBatch; onChanged(): void }) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { dateTime } = useDates();
  const { toggleNotification } = useNotification();
  const { confirm, dialog } = useConfirm();
  const [isAsking, setAsking] = useState(false);
  const { undo } = batch;

  const ask = async () => {
    setAsking(true);
    try {
      const plan = await call(planUndo, { params: { id: batch.id } });
      const isSure = await confirm({
        title: t('undo.title'),
        text: (
          <Flex direction="column" alignItems="start" gap={2}>
            {(['removes', 'restores', 'topics', 'used', 'edited'] as const)
              .filter((name) => plan[name] > 0)
              .map((name) => (
                <Typography key={name}>{t(`undo.${name}`, { count: plan[name] })}</Typography>
              ))}
          </Flex>
        ),
        action: t('undo.confirm', { count: plan.removes + plan.restores }),
        isDangerous: true,
      });
      if (isSure) {
        await call(undoImport, { params: { id: batch.id } });
        onChanged();
      }
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
    setAsking(false);
  };

  if (undo === null || undo.state === 'failed') {
    return (
      <>
        {undo ? <Notice tone="danger" title={t('undo.failed')} /> : null}
        <Flex>
          <Button variant="danger-light" loading={isAsking} onClick={() => void ask()}>
            {t('undo.ask')}
          </Button>
        </Flex>
        {dialog}
      </>
    );
  }
  const done = undo.removed + undo.restored + undo.kept;
  const status = isUndoing(batch)
    ? t('undo.running', { done, total: undo.total })
    : t('undo.finished', { who: undo.startedBy ?? '–', when: undo.finishedAt ? dateTime(undo.finishedAt) : '–' });
  return (
    <JobReport
      isPlain
      progress={undo.total > 0 ? done / undo.total : null}
      isRunning={isUndoing(batch)}
      status={status}
      figures={[
        { label: t('undo.removed'), value: undo.removed },
        { label: t('undo.restored'), value: undo.restored },
        { label: t('undo.kept'), value: undo.kept, ...(undo.kept > 0 ? { tone: 'warning600' as const } : {}) },
      ]}
    />
  );
}
