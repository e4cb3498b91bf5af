import { PageFrame, useConfirm, useMay, useText, useUnsavedGuard } from '@lyceum/core/admin';
import { Box, Button, Field, Flex, Loader, Radio } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useNavigate, useParams } from 'react-router-dom';
import { READ, SET_KINDS, TEXT_LIMITS, WRITE } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';
import { NameField } from '../taxonomy/NameField.tsx';
import { FixedEditor } from './FixedEditor.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { SetFiguresNote } from './SetFiguresNote.tsx';
import { ShareSet } from './ShareSet.tsx';
import type { SetDraft } from './set-draft.ts';
import { useSet } from './use-set.ts';

/** One set of questions: a list in an order, or a rule, with what it finds now. */
export function SetPage() {
  const t = useText('questions');
  const { id = 'new' } = useParams();
  const navigate = useNavigate();
  const mayWrite = useMay()(WRITE);
  const { confirm, dialog } = useConfirm();
  const set = useSet(id === 'new' ? null : id);
  const letPass = useUnsavedGuard(set.isDirty, confirm);
  const { stored, draft, change } = set;
  const open = (to: string) => {
    letPass();
    navigate(`${HOME}/sets${to}`, { replace: true });
  };

  const save = async () => {
    const made = await set.save();
    if (made && stored === null) open(`/${made.id}`);
  };
  const copy = async () => {
    const made = stored && (await set.copy(stored));
    if (made) open(`/${made.id}`);
  };
  const remove = async () => {
    if (!stored) return;
    const question = {
      title: t('sets.delete-title', { name: stored.name }),
      text: t('sets.delete-text'),
      action: t('bulk.delete'),
    };
    if ((await confirm({ ...question, isDangerous: true })) && (await set.remove(stored))) open('');
  };

  return (
    <PageFrame
      title={stored ? stored.name : t('sets.new')}
      subtitle={t('sets.subtitle')}
      permission={READ}
      navigationAction={<BackButton fallback={`${HOME}/sets`} />}
      error={set.error}
      primaryAction={
        mayWrite ? (
          <Flex gap={2} wrap="wrap" justifyContent="end">
            {stored ? (
              <>
                <ShareSet members={set.counted?.members ?? []} isDirty={set.isDirty} />
                <Button variant="tertiary" disabled={set.isWorking || set.isDirty} onClick={() => void copy()}>
                  {t('sets.copy')}
                </Button>
                <Button variant="danger-light" disabled={set.isWorking} onClick={() => void remove()}>
                  {t('bulk.delete')}
                </Button>
              </>
            ) : null}
            <Button loading={set.isWorking} disabled={!set.isDirty || draft.name.trim() === ''} onClick={() => void save()}>
              {t('form.save')}
            </Button>
          </Flex>
        ) : undefined
      }
    >
      {set.isLoading ? (
        set.error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : (
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <NameField
              name="set-name"
              label={t('sets.name')}
              value={draft.name}
              maxLength={TEXT_LIMITS.title}
              onChange={(name) => change({ ...draft, name })}
            />
            <Field.Root name="set-kind">
              <Field.Label>{t('sets.kind')}</Field.Label>
              <Radio.Group
                value={draft.kind}
                aria-label={t('sets.kind')}
                onValueChange={(kind: string) => change({ ...draft, kind: kind as SetDraft['kind'] })}
              >
                {SET_KINDS.map((kind) => (
                  <Radio.Item key={kind} value={kind}>
                    {t(`sets.kind-${kind}`)}
                  </Radio.Item>
                ))}
              </Radio.Group>
            </Field.Root>
            <SetFiguresNote counted={set.counted} kind={draft.kind} />
            {draft.kind === 'fixed' ? <FixedEditor set={set} /> : <RuleEditor set={set} />}
          </Flex>
        </Box>
      )}
      {dialog}
    </PageFrame>
  );
}
