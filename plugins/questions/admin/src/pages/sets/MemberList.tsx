import { useText } from '@lyceum/core/admin';
import { Box, Flex, Link as TextLink, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { SetMember } from '../../../../contract/index.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { HOME } from '../../plugin-id.ts';

type Props = { label: string; members: readonly SetMember[]; actions?: (member: SetMember, at: number) => ReactNode };

/** Questions one below the other, with what can be done with each. */
export function MemberList({ label, members, actions }: Props) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  return (
    <Box tag="ol" aria-label={label} style={{ listStyle: 'none' }}>
      {members.map((member, at) => (
        <Flex
          key={member.documentId}
          tag="li"
          gap={3}
          justifyContent="space-between"
          wrap="wrap"
          paddingTop={3}
          paddingBottom={3}
          borderColor="neutral150"
          style={{ borderWidth: '0 0 1px' }}
        >
          <Box flex="1 1 24rem">
            <Flex gap={2} wrap="wrap">
              <TextLink tag={Link} to={`${HOME}/bank/${member.documentId}`}>
                <bdi>{member.code}</bdi>
              </TextLink>
              <StatusBadge status={member.status} modified={false} />
              <Typography variant="pi" textColor="neutral600">
                {t(`type.${member.type}`)} · {difficultyLabel(member.difficulty)}
              </Typography>
            </Flex>
            <Typography tag="p" dir="auto" textColor="neutral800">
              {member.stemStart}
            </Typography>
          </Box>
          {actions ? <Flex gap={1}>{actions(member, at)}</Flex> : null}
        </Flex>
      ))}
    </Box>
  );
}
