import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

const COLOURS = { danger: 'danger', warning: 'warning', info: 'primary' } as const;

export type NoticeProps = {
  /** `info` says how things are; the others that something is wrong. */
  tone: keyof typeof COLOURS;
  title: string;
  children?: ReactNode;
  /** What one can do about it. */
  action?: ReactNode;
};

/** Something to know before going on. It stays until its reason is gone; Strapi's alert shows a cross that must be wired. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <Box
      role={tone === 'info' ? 'note' : 'alert'}
      background={`${COLOURS[tone]}100`}
      borderColor={`${COLOURS[tone]}200`}
      hasRadius
      padding={4}
    >
      <Typography tag="h2" fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
      {children ? (
        <Box paddingTop={1} color="neutral800">
          {children}
        </Box>
      ) : null}
      {action ? (
        <Flex gap={2} paddingTop={3}>
          {action}
        </Flex>
      ) : null}
    </Box>
  );
}
