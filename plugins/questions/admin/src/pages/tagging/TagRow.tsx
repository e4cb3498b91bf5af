import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { Choice } from '../../api/use-names.ts';
import { KeyCap } from './KeyCap.tsx';

export type TagRowProps = {
  label: string;
  keyName: string;
  values: readonly string[];
  options: readonly Choice[];
  onOpen(): void;
  /** Left out where the value cannot be taken away. */
  onRemove?: (value: string) => void;
  /** Further things to press. */
  children?: ReactNode;
};

/** One kind of tag: its key, what the question has, and how to take one away. */
export function TagRow({ label, keyName, values, options, onOpen, onRemove, children }: TagRowProps) {
  const t = useText('questions');
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <Flex gap={3} wrap="wrap" alignItems="center" tag="section" aria-label={label}>
      <Box width="19rem">
        <Button size="S" variant="tertiary" onClick={onOpen} startIcon={<KeyCap>{keyName}</KeyCap>}>
          {label}
        </Button>
      </Box>
      {values.length === 0 ? <Typography textColor="neutral600">{t('tagging.none')}</Typography> : null}
      {values.map((value) =>
        onRemove ? (
          <Tag
            key={value}
            icon={<Cross aria-hidden />}
            label={t('many.remove', { name: nameOf(value) })}
            onClick={() => onRemove(value)}
          >
            {nameOf(value)}
          </Tag>
        ) : (
          <Typography key={value} fontWeight="semiBold">
            <bdi>{nameOf(value)}</bdi>
          </Typography>
        ),
      )}
      {children}
    </Flex>
  );
}
