import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ArrowClockwise, Check, Eye, EyeStriked, Moon, Sun } from '@strapi/icons';
import { DEVICE_NAMES, type Device } from './devices.ts';

export type Look = { device: Device; theme: 'light' | 'dark'; withAnswer: boolean };

type Props = {
  look: Look;
  onLook: (look: Look) => void;
  onShuffle: () => void;
  /** Lists of this question have an order that can change. */
  canShuffle: boolean;
};

/** How the question is looked at: device, light or dark, with or without the answer, another order. */
export function PreviewControls({ look, onLook, onShuffle, canShuffle }: Props) {
  const t = useText('questions');
  return (
    <Flex gap={2} wrap="wrap" paddingTop={3} alignItems="center">
      <Box width="14rem">
        <SingleSelect
          size="S"
          aria-label={t('preview.device')}
          value={look.device}
          onChange={(device: string | number) => onLook({ ...look, device: device as Device })}
        >
          {DEVICE_NAMES.map((device) => (
            <SingleSelectOption key={device} value={device}>
              {t(`preview.device-${device}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Button
        size="S"
        variant="tertiary"
        startIcon={look.theme === 'light' ? <Moon /> : <Sun />}
        onClick={() => onLook({ ...look, theme: look.theme === 'light' ? 'dark' : 'light' })}
      >
        {t(look.theme === 'light' ? 'preview.dark' : 'preview.light')}
      </Button>
      <Button
        size="S"
        variant="tertiary"
        aria-pressed={look.withAnswer}
        startIcon={look.withAnswer ? <EyeStriked /> : <Eye />}
        onClick={() => onLook({ ...look, withAnswer: !look.withAnswer })}
      >
        {t(look.withAnswer ? 'preview.hide-answer' : 'preview.show-answer')}
      </Button>
      {canShuffle ? (
        <Button size="S" variant="tertiary" startIcon={<ArrowClockwise />} onClick={onShuffle}>
          {t('preview.shuffle')}
        </Button>
      ) : null}
    </Flex>
  );
}

/** Has the given answer marked, and says how. */
export function PreviewMarking({
  said,
  isChecked,
  isChecking,
  onCheck,
  onAgain,
}: {
  /** In words, once it was marked or refused. */
  said: string | null;
  isChecked: boolean;
  isChecking: boolean;
  onCheck: () => void;
  onAgain: () => void;
}) {
  const t = useText('questions');
  return (
    <Flex gap={3} wrap="wrap" paddingTop={4} alignItems="center">
      {isChecked ? (
        <Button size="S" variant="secondary" onClick={onAgain}>
          {t('preview.again')}
        </Button>
      ) : (
        <Button size="S" variant="secondary" startIcon={<Check />} loading={isChecking} onClick={onCheck}>
          {t('preview.check')}
        </Button>
      )}
      <Typography role="status" textColor="neutral800">
        {said ?? t('preview.check-hint')}
      </Typography>
    </Flex>
  );
}
