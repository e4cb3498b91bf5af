import { PageFrame, useText } from '@lyceum/core/admin';
import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DEFAULT_TAG_KINDS, FILTER_SEPARATOR, WRITE } from '../../../../contract/index.ts';
import { MissingKinds } from './MissingKinds.tsx';
import { QuestionDesk } from './QuestionDesk.tsx';
import { useTagNames } from './use-tag-names.ts';
import { useTagging } from './use-tagging.ts';

/** Questions that lack tags, one after the other, tagged by keys alone. */
export function Tagging() {
  const t = useText('questions');
  const [params, setParams] = useSearchParams();
  const [keysOn, setKeysOn] = useState(true);
  const query = Object.fromEntries(params);
  const tagging = useTagging(query);
  const names = useTagNames();
  const kinds = (params.get('lacks') ?? DEFAULT_TAG_KINDS.join(FILTER_SEPARATOR)).split(FILTER_SEPARATOR);
  const set = (name: string, value: string | null) => {
    const { [name]: _old, ...others } = query;
    setParams(value === null ? others : { ...others, [name]: value }, { replace: true });
  };
  const left = tagging.total === null ? null : Math.max(0, tagging.total - tagging.saved);

  return (
    <PageFrame
      title={t('tagging.title')}
      subtitle={left === null ? t('tagging.subtitle') : t('tagging.left', { count: left })}
      permission={WRITE}
      error={tagging.error ?? names.error}
    >
      <Box paddingBottom={5}>
        <MissingKinds
          kinds={kinds}
          onKinds={(next) => set('lacks', next.join(FILTER_SEPARATOR))}
          topic={params.get('topic')}
          onTopic={(topic) => set('topic', topic)}
        />
      </Box>
      {tagging.isLoading || names.value === null ? (
        tagging.error || names.error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : tagging.rows.length === 0 ? (
        <EmptyStateLayout content={t('tagging.empty')} />
      ) : (
        <QuestionDesk tagging={tagging} names={names.value} keysOn={keysOn} onKeys={setKeysOn} />
      )}
      {tagging.current === null && tagging.rows.length > 0 ? (
        <Flex justifyContent="center" paddingTop={5}>
          <Button variant="secondary" onClick={tagging.reload}>
            {t('tagging.look-again')}
          </Button>
        </Flex>
      ) : null}
    </PageFrame>
  );
}
