import { useText } from '@lyceum/core/admin';
import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { RuleMessage } from '../../../../contract/index.ts';
import { useRuleText } from '../../api/use-rule-text.ts';
import { fragmentAt } from './fragment.ts';
import { goToPlace } from './insert-text.ts';

/** A formula that cannot be read, with the place marked in a piece of the text; a press puts the cursor there. */
export function BrokenFormula({ field, text, message }: { field: string; text: string; message: RuleMessage }) {
  const t = useText('questions');
  const ruleText = useRuleText();
  const { before, marked, after, position } = fragmentAt(text, Number(message.params['position']));
  return (
    <Flex tag="li" gap={2} paddingTop={1} alignItems="start">
      <Flex paddingTop={1} aria-hidden>
        <WarningCircle fill="danger600" width="1.4rem" height="1.4rem" />
      </Flex>
      <Flex direction="column" alignItems="start" gap={1} style={{ minInlineSize: 0 }}>
        <Typography variant="pi" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
          {ruleText(message)}
        </Typography>
        <button
          type="button"
          aria-label={t('formula.go-to', { fragment: `${before}${marked}${after}` })}
          onClick={() => goToPlace(field, position)}
          style={{
            all: 'unset',
            cursor: 'pointer',
            fontFamily: 'monospace',
            fontSize: '1.3rem',
            unicodeBidi: 'isolate',
            direction: 'ltr',
            overflowWrap: 'anywhere',
            outline: 'revert',
          }}
        >
          <Typography tag="span" textColor="neutral800" style={{ font: 'inherit' }}>
            {before}
          </Typography>
          <Typography tag="mark" background="danger200" textColor="danger700" style={{ font: 'inherit', fontWeight: 700 }}>
            {marked}
          </Typography>
          <Typography tag="span" textColor="neutral800" style={{ font: 'inherit' }}>
            {after}
          </Typography>
        </button>
      </Flex>
    </Flex>
  );
}
