import { warning } from '../../types/messages.ts';
import type { CustomRuleKind } from './custom-rule.ts';

const folded = (tag: string): string => tag.normalize('NFKC').toLowerCase();

/** Every question carries a free word; case does not count. */
export const requiredTag = {
  kind: 'requiredTag',
  check: ({ tags }, { tag }) =>
    tags.some((one) => folded(one) === folded(tag)) ? [] : [warning('tagRequired', 'tags', { tag })],
} as const satisfies CustomRuleKind<'requiredTag'>;
