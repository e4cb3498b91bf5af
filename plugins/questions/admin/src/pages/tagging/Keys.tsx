import { useText } from '@lyceum/core/admin';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { KeyCap } from './KeyCap.tsx';

const KEYS = [
  ['Enter', 'tagging.key-save'],
  ['n ↓', 'tagging.key-next'],
  ['p ↑', 'tagging.key-previous'],
  ['u', 'tagging.key-undo'],
  ['y', 'tagging.key-take'],
] as const;

/** The keys that move on; those of the tags stand beside them. Keys of one letter can be switched off. */
export function Keys({ isOn, onSwitch }: { isOn: boolean; onSwitch(isOn: boolean): void }) {
  const t = useText('questions');
  return (
    <Flex gap={4} wrap="wrap" tag="section" aria-label={t('tagging.keys')}>
      {KEYS.map(([key, text]) => (
        <Flex key={key} gap={2}>
          <KeyCap>{key}</KeyCap>
          <Typography variant="pi">{t(text)}</Typography>
        </Flex>
      ))}
      <Box>
        <Checkbox checked={isOn} onCheckedChange={(is: boolean | 'indeterminate') => onSwitch(is === true)}>
          {t('tagging.keys-on')}
        </Checkbox>
      </Box>
    </Flex>
  );
}
