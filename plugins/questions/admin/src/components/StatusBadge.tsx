import { useText } from '@lyceum/core/admin';
import { Badge, Flex } from '@strapi/design-system';
import type { QuestionRow, QuestionStatus } from '../../../contract/index.ts';

const TONES = { draft: 'secondary', inReview: 'warning', published: 'success', archived: 'neutral' } as const satisfies Record<
  QuestionStatus,
  string
>;

/** Where a question stands; a published one that was edited since says so. */
export function StatusBadge({ status, modified }: Pick<QuestionRow, 'status' | 'modified'>) {
  const t = useText('questions');
  return (
    <Flex gap={1}>
      <Badge variant={TONES[status]}>{t(`status.${status}`)}</Badge>
      {status === 'published' && modified ? <Badge variant="alternative">{t('status.modified')}</Badge> : null}
    </Flex>
  );
}
