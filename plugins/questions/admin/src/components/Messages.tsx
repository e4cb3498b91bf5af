import { useDirection } from '@lyceum/core/admin';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { RuleMessage } from '../../../contract/index.ts';
import { useRuleText } from '../api/use-rule-text.ts';

export type MessagesProps = {
  messages: readonly RuleMessage[];
  /** Named in front of each sentence where the messages do not stand beside their field. */
  fieldName?: (field: string) => string;
  /** A press on a message leads to its place. */
  onGoTo?: (message: RuleMessage) => void;
  goToLabel?: string;
};

/** Messages of the rules, errors in red, warnings in orange. */
export function Messages({ messages, fieldName, onGoTo, goToLabel }: MessagesProps) {
  const ruleText = useRuleText();
  const direction = useDirection();
  if (messages.length === 0) return null;
  return (
    <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
      {messages.map((message) => {
        const color = message.level === 'error' ? 'danger600' : 'warning600';
        return (
          <Flex
            tag="li"
            key={`${message.field}-${message.code}-${JSON.stringify(message.params)}`}
            gap={2}
            paddingTop={1}
            alignItems="start"
          >
            <Flex paddingTop={1} aria-hidden>
              <WarningCircle fill={color} width="1.4rem" height="1.4rem" />
            </Flex>
            <Typography variant="pi" textColor={color} dir={direction} style={{ overflowWrap: 'anywhere' }}>
              {fieldName ? `${fieldName(message.field)}: ${ruleText(message)}` : ruleText(message)}
            </Typography>
            {onGoTo && goToLabel ? <TextButton onClick={() => onGoTo(message)}>{goToLabel}</TextButton> : null}
          </Flex>
        );
      })}
    </Box>
  );
}
