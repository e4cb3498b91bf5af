import { useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Box, EmptyStateLayout, Flex, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { compareRevisions } from '../../../../contract/index.ts';
import { Comparison } from '../duplicates/Comparison.tsx';
import { useVersionName, VersionHead } from './VersionHead.tsx';

export type VersionCompareProps = {
  documentId: string;
  /** Numbers of the versions, the newest first. */
  numbers: readonly number[];
  /** Whether the draft says something else than the newest version. */
  hasDraft: boolean;
  /** Changes with every save. */
  updatedAt: string;
};

/** Any two versions, or one and the draft; which two stands in the address. */
export function VersionCompare({ documentId, numbers, hasDraft, updatedAt }: VersionCompareProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const name = useVersionName();
  const [params, setParams] = useSearchParams();
  const refs = [...(hasDraft ? ['draft'] : []), ...numbers.map(String)];
  const right = params.get('right') ?? refs[0] ?? 'draft';
  const left = params.get('left') ?? refs[refs.indexOf(right) + 1] ?? refs.at(-1) ?? '1';
  const { value, error } = useLoaded(
    () => call(compareRevisions, { params: { documentId } as never, query: { left, right } as never }),
    [documentId, left, right, updatedAt],
  );
  const choose = (side: 'left' | 'right', ref: string) =>
    setParams(
      (old) => {
        const fresh = new URLSearchParams(old);
        fresh.set('left', left);
        fresh.set('right', right);
        fresh.set(side, ref);
        return fresh;
      },
      { replace: true },
    );
  const select = (side: 'left' | 'right', chosen: string) => (
    <Box minWidth="20rem">
      <SingleSelect
        aria-label={t(`revisions.${side}`)}
        value={chosen}
        onChange={(ref: string | number) => choose(side, String(ref))}
      >
        {refs.map((ref) => (
          <SingleSelectOption key={ref} value={ref}>
            {name(ref === 'draft' ? 'draft' : Number(ref))}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
  return (
    <Box tag="section" aria-label={t('revisions.compare')}>
      <Flex gap={3} wrap="wrap" paddingBottom={4}>
        <Typography variant="delta" tag="h2">
          {t('revisions.compare')}
        </Typography>
        {select('left', left)}
        <Typography>{t('revisions.with')}</Typography>
        {select('right', right)}
      </Flex>
      {error ? (
        <EmptyStateLayout content={problemText(error)} />
      ) : value ? (
        <Comparison
          fields={value.fields}
          left={{ name: name(value.left.ref), head: <VersionHead side={value.left} /> }}
          right={{ name: name(value.right.ref), head: <VersionHead side={value.right} /> }}
        />
      ) : (
        <Flex justifyContent="center" padding={8}>
          <Loader>{t('form.loading')}</Loader>
        </Flex>
      )}
    </Box>
  );
}
