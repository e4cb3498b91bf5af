import { useDirection, useText } from '@lyceum/core/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import type { Loss } from '../../../contract/index.ts';
import { useRuleText } from '../api/use-rule-text.ts';
import { fieldText } from '../pages/question/field-text.ts';

/** What a question lost on its way between a file and the bank, in plain words. */
export function Losses({ losses }: { losses: readonly Loss[] }) {
  const t = useText('questions');
  const ruleText = useRuleText();
  const direction = useDirection();
  if (losses.length === 0) return null;
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {losses.map((loss) => (
        <Flex
          tag="li"
          key={`${loss.field}-${loss.code}-${JSON.stringify(loss.params)}`}
          gap={2}
          paddingTop={1}
          alignItems="start"
        >
          <Flex paddingTop={1} aria-hidden>
            <Information fill={loss.level === 'leftOut' ? 'warning600' : 'neutral600'} width="1.4rem" height="1.4rem" />
          </Flex>
          <Typography variant="pi" textColor="neutral700" dir={direction} style={{ overflowWrap: 'anywhere' }}>
            {t(`loss.${loss.level}`, { field: fieldText(t, loss.field), text: ruleText(loss) })}
          </Typography>
        </Flex>
      ))}
    </Box>
  );
}
