import { Notice, PageFrame, useCall, useLoaded, useText } from '@lyceum/core/admin';
import { LOCALES, type Locale } from '@lyceum/core/contract';
import { Button, Field, Flex, Loader, SingleSelect, SingleSelectOption, Textarea, Typography } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FORMAT_LIMIT, getFormatWay, WRITE } from '../../../../contract/index.ts';
import { useLocale } from '../../api/use-rule-text.ts';
import { useTopics } from '../../api/use-topics.ts';
import { ProposalCard } from './ProposalCard.tsx';
import { ProposalEditor } from './ProposalEditor.tsx';
import { acceptable } from './proposals.ts';
import { useFormat } from './use-format.ts';

/** Pasted text, or the failed rows of an import (`?import=<batch>`), becomes proposals that are accepted one by one or all. */
export function FormatPage() {
  const t = useText('questions');
  const call = useCall();
  const locale = useLocale();
  const [query] = useSearchParams();
  const batchId = query.get('import');
  const { value: way, error: unreadable } = useLoaded(() => call(getFormatWay), []);
  const { value: topics, reload: reloadTopics } = useTopics();
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<Locale>(locale);
  const [editing, setEditing] = useState<number | null>(null);
  const { asked, proposals, isWorking, error, dialog, ...acts } = useFormat();
  const ask = (by: 'ai' | 'built-in') => void acts.ask({ ...(batchId ? { batchId } : { text }), language, way: by });
  const ready = acceptable(proposals ?? []).length;
  const edit = proposals?.find(({ place }) => place === editing);

  return (
    <PageFrame
      title={t('format.title')}
      subtitle={t('format.subtitle')}
      permission={WRITE}
      error={unreadable}
      primaryAction={
        proposals === null ? undefined : (
          <Button disabled={ready === 0} loading={isWorking} onClick={() => void acts.acceptAll()}>
            {t('format.accept-all', { count: ready })}
          </Button>
        )
      }
      secondaryAction={
        proposals === null ? undefined : (
          <Button variant="tertiary" onClick={acts.startOver}>
            {t('format.start-over')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        {way ? (
          <Notice
            tone="info"
            title={way.provider ? t('format.by-provider', { provider: way.provider }) : t('format.by-parser')}
          />
        ) : null}
        {error ? (
          <Notice tone="danger" title={error}>
            <Flex gap={2} paddingTop={2}>
              <Button size="S" variant="secondary" onClick={() => asked && void acts.ask(asked)}>
                {t('format.retry')}
              </Button>
              {asked?.way === 'ai' && way?.provider ? (
                <Button size="S" variant="tertiary" onClick={() => ask('built-in')}>
                  {t('format.use-parser')}
                </Button>
              ) : null}
            </Flex>
          </Notice>
        ) : null}
        {proposals === null ? (
          <Flex direction="column" alignItems="stretch" gap={4} background="neutral0" hasRadius shadow="tableShadow" padding={5}>
            {batchId ? (
              <Typography>{t('format.from-import')}</Typography>
            ) : (
              <Field.Root name="format-text" required hint={t('format.text-hint')}>
                <Field.Label>{t('format.text')}</Field.Label>
                <Textarea
                  value={text}
                  dir="auto"
                  rows={16}
                  resizable
                  maxLength={FORMAT_LIMIT}
                  placeholder={t('format.placeholder')}
                  onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
                />
                <Field.Hint />
              </Field.Root>
            )}
            <Flex gap={4} alignItems="end" wrap="wrap">
              <Field.Root name="format-language">
                <Field.Label>{t('format.language')}</Field.Label>
                <SingleSelect
                  aria-label={t('format.language')}
                  value={language}
                  onChange={(value: string | number) => setLanguage(value as Locale)}
                >
                  {LOCALES.map((one) => (
                    <SingleSelectOption key={one} value={one}>
                      {t(`language.${one}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              <Button
                startIcon={<Magic />}
                loading={isWorking}
                disabled={!batchId && text.trim() === ''}
                onClick={() => ask(way?.provider ? 'ai' : 'built-in')}
              >
                {t('format.action')}
              </Button>
            </Flex>
            {isWorking ? <Loader>{t('format.working')}</Loader> : null}
          </Flex>
        ) : null}
        {proposals?.length === 0 ? <Notice tone="info" title={t('format.nothing')} /> : null}
        {proposals?.map((item, at) => (
          <ProposalCard
            key={item.place}
            item={item}
            number={at + 1}
            topics={topics ?? []}
            isBusy={isWorking}
            onAccept={() => void acts.accept(item.place)}
            onReject={() => acts.decide(item.place, 'rejected')}
            onReopen={() => acts.decide(item.place, 'open')}
            onEdit={() => setEditing(item.place)}
          />
        ))}
      </Flex>
      {dialog}
      {edit?.proposal ? (
        <ProposalEditor
          question={edit.proposal}
          messages={edit.messages}
          topics={topics ?? []}
          onTopicMade={reloadTopics}
          onClose={() => setEditing(null)}
          onDone={(question, messages) => {
            acts.edit(edit.place, question, messages);
            setEditing(null);
          }}
        />
      ) : null}
    </PageFrame>
  );
}
