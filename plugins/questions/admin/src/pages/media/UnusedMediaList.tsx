import { PageFrame, useCall, useConfirm, useDates, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import {
  Box,
  Button,
  Checkbox,
  EmptyStateLayout,
  Flex,
  Loader,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { listenToMedia, listUnusedMedia, removeUnusedMedia, type UnusedMedia, WRITE } from '../../../../contract/index.ts';

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024)).toLocaleString()} kB`;

/** The picture itself, or a button that fetches an address to hear it. */
function Sample({ file, onListen }: { file: UnusedMedia; onListen(file: UnusedMedia): Promise<string> }) {
  const t = useText('questions');
  const [url, setUrl] = useState<string | null>(null);
  if (file.kind === 'image')
    return <img src={file.address} alt="" style={{ maxBlockSize: '6rem', maxInlineSize: '12rem', display: 'block' }} />;
  if (url !== null) {
    // biome-ignore lint/a11y/useMediaCaption: a file of the bank has no captions; its name stands beside it
    return <audio src={url} controls style={{ maxInlineSize: '100%' }} />;
  }
  return (
    <Button size="S" variant="tertiary" onClick={() => void onListen(file).then(setUrl)}>
      {t('media.listen')}
    </Button>
  );
}

/** Images and audio that no question shows any more, to be cleared away together. */
export function UnusedMediaList() {
  const t = useText('questions');
  const call = useCall();
  const dates = useDates();
  const problemText = useProblemText();
  const { confirm, dialog } = useConfirm();
  const { toggleNotification } = useNotification();
  const { value, error, reload } = useLoaded(async () => (await call(listUnusedMedia)).rows, []);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = value ?? [];
  const count = chosen.size;

  const choose = (sha256: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(sha256);
    else next.delete(sha256);
    setChosen(next);
  };
  const remove = async () => {
    const yes = await confirm({
      title: t('media.remove-title', { count }),
      text: t('media.remove-text'),
      action: t('media.remove', { count }),
      isDangerous: true,
    });
    if (!yes) return;
    try {
      const done = await call(removeUnusedMedia, { body: { files: [...chosen] } });
      toggleNotification({ type: 'success', message: t('media.removed', done) });
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    }
    setChosen(new Set());
    reload();
  };
  const listen = async ({ address }: UnusedMedia): Promise<string> =>
    (await call(listenToMedia, { params: { id: address.replace('/media/', '') } })).url;

  return (
    <PageFrame
      title={t('media.title')}
      subtitle={t('media.subtitle')}
      permission={WRITE}
      error={error}
      primaryAction={
        count > 0 ? (
          <Button variant="danger" startIcon={<Trash />} onClick={() => void remove()}>
            {t('media.remove', { count })}
          </Button>
        ) : undefined
      }
    >
      {value === null ? (
        error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : rows.length === 0 ? (
        <EmptyStateLayout content={t('media.empty')} />
      ) : (
        <Table colCount={5} rowCount={rows.length + 1}>
          <Thead>
            <Tr>
              <Th>
                <Checkbox
                  aria-label={t('media.select-all')}
                  checked={count === rows.length ? true : count > 0 ? 'indeterminate' : false}
                  onCheckedChange={() => setChosen(count === rows.length ? new Set() : new Set(rows.map(({ sha256 }) => sha256)))}
                />
              </Th>
              {(['file', 'size', 'since'] as const).map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{t(`media.${column}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((file) => (
              <Tr key={file.sha256}>
                <Td>
                  <Checkbox
                    aria-label={t('media.select', { name: file.name })}
                    checked={chosen.has(file.sha256)}
                    onCheckedChange={(next: boolean | 'indeterminate') => choose(file.sha256, next === true)}
                  />
                </Td>
                <Td>
                  <Flex gap={4} wrap="wrap">
                    <Box>
                      <Sample file={file} onListen={listen} />
                    </Box>
                    <Typography>{file.name}</Typography>
                  </Flex>
                </Td>
                <Td>
                  <Typography>{kilobytes(file.sizeBytes)}</Typography>
                </Td>
                <Td>
                  <Typography>{dates.date(file.unusedSince)}</Typography>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {dialog}
    </PageFrame>
  );
}
