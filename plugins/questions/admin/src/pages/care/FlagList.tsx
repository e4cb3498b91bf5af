import { useText } from '@lyceum/core/admin';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { CareCode, CareFlag } from '../../../../contract/index.ts';

export type FlagListProps = {
  flags: readonly CareFlag[];
  /** Those somebody put aside. */
  dismissed?: readonly CareCode[];
  /** Puts a reason aside or takes it back; left out for who may not. */
  onDismiss?(flag: CareCode, dismissed: boolean): void;
};

/** Option ids are letters in the bank and letters on the screen: A, B, C. */
const shown = (params: CareFlag['params']) =>
  'option' in params ? { ...params, option: String(params['option']).toUpperCase() } : params;

/** Why a question needs care, each reason in plain words. */
export function FlagList({ flags, dismissed = [], onDismiss }: FlagListProps) {
  const t = useText('questions');
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {flags.map((flag) => {
        const isDismissed = dismissed.includes(flag.code);
        return (
          <Flex tag="li" key={flag.code + JSON.stringify(flag.params)} gap={2} alignItems="start" paddingTop={1}>
            <Box paddingTop={1} aria-hidden>
              <WarningCircle fill={isDismissed ? 'neutral500' : 'warning600'} width="1.4rem" height="1.4rem" />
            </Box>
            <Typography textColor={isDismissed ? 'neutral500' : 'neutral800'}>
              {t(`care.${flag.code}`, shown(flag.params))}
            </Typography>
            {onDismiss ? (
              <TextButton onClick={() => onDismiss(flag.code, !isDismissed)}>
                {isDismissed ? t('care.restore') : t('care.dismiss')}
              </TextButton>
            ) : null}
          </Flex>
        );
      })}
    </Box>
  );
}
