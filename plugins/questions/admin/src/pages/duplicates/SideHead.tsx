import { useText } from '@lyceum/core/admin';
import { Link as DesignLink, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { PairSide } from '../../../../contract/index.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { HOME } from '../../plugin-id.ts';

/** Whose column this is: code with a way to the question, type, topic, status. */
export function SideHead({ side }: { side: PairSide }) {
  const t = useText('questions');
  return (
    <Flex direction="column" alignItems="start" gap={1}>
      <Flex gap={2} wrap="wrap">
        <DesignLink tag={Link} to={`${HOME}/bank/${side.documentId}`}>
          <bdi>{side.code}</bdi>
        </DesignLink>
        <StatusBadge status={side.status} modified={false} />
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {[t(`type.${side.type}`), side.topicPath].filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  );
}
