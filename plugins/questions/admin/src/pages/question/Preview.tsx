import { useText } from '@lyceum/core/admin';
import { Box, Flex, IconButton, Modal, Typography } from '@strapi/design-system';
import { Expand } from '@strapi/icons';
import { useState } from 'react';
import { PreviewBody } from './preview/PreviewBody.tsx';
import type { Look } from './preview/PreviewControls.tsx';
import type { Shown } from './use-preview.ts';

export type PreviewProps = {
  rendered: Shown | null;
  isStale: boolean;
  /** True while there is no question to show. */
  isEmpty: boolean;
};

/** The question as a learner will see it, following the typing: beside the form, or large. */
export function Preview({ rendered, isStale, isEmpty }: PreviewProps) {
  const t = useText('questions');
  const [look, setLook] = useState<Look>({ device: 'phone', theme: 'light', withAnswer: false });
  const [isLarge, setLarge] = useState(false);
  const body = rendered === null || isEmpty ? null : <PreviewBody shown={rendered} look={look} onLook={setLook} />;
  return (
    <Box
      tag="aside"
      aria-label={t('preview.title')}
      aria-busy={isStale}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      style={{ position: 'sticky', insetBlockStart: '7.2rem', maxBlockSize: 'calc(100vh - 8.8rem)', overflowY: 'auto' }}
    >
      <Flex justifyContent="space-between">
        <Typography variant="delta" tag="h2">
          {t('preview.title')}
        </Typography>
        {body ? (
          <IconButton label={t('preview.large')} variant="ghost" onClick={() => setLarge(true)}>
            <Expand />
          </IconButton>
        ) : null}
      </Flex>
      {body === null ? (
        <Typography tag="p" textColor="neutral600" paddingTop={3}>
          {t('preview.empty')}
        </Typography>
      ) : (
        !isLarge && body
      )}
      {isLarge && body ? (
        <Modal.Root open onOpenChange={setLarge}>
          <Modal.Content style={{ inlineSize: 'min(1360px, 96vw)', maxInlineSize: 'none' }}>
            <Modal.Header closeLabel={t('form.close')}>
              <Modal.Title>{t('preview.title')}</Modal.Title>
            </Modal.Header>
            <Modal.Body>{body}</Modal.Body>
          </Modal.Content>
        </Modal.Root>
      ) : null}
    </Box>
  );
}
