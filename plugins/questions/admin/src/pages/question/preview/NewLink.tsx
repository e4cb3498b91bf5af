import { useText } from '@lyceum/core/admin';
import { Box, Button, Field, Flex } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useState } from 'react';

/** A link just made: its address is shown this once. */
export function NewLink({ address }: { address: string }) {
  const t = useText('questions');
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = () =>
    // Without a secure connection browsers have no clipboard for pages; the address can be selected and copied by hand.
    void (navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <Box background="success100" borderColor="success200" hasRadius padding={4}>
      <Field.Root name="share-address" hint={t(copied === 'failed' ? 'share.copy-by-hand' : 'share.once')}>
        <Field.Label>{t('share.address')}</Field.Label>
        <Flex gap={2} alignItems="stretch">
          <Box flex="1">
            <Field.Input
              readOnly
              dir="ltr"
              value={address}
              onFocus={(event: React.FocusEvent<HTMLInputElement>) => event.target.select()}
            />
          </Box>
          <Button variant="secondary" startIcon={copied === 'yes' ? <Check /> : <Duplicate />} onClick={copy}>
            {t(copied === 'yes' ? 'share.copied' : 'share.copy')}
          </Button>
        </Flex>
        <Field.Hint />
      </Field.Root>
    </Box>
  );
}
