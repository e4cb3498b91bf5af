import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { useText } from './use-text.ts';
import type { Selection } from './work-list-selection.ts';

/** Everything the filters find, where somebody ticked all of it. */
export type AllOf = { readonly filter: Readonly<Record<string, string>>; readonly total: number };

export type BulkAction<Row> = {
  readonly label: string;
  readonly variant?: 'default' | 'secondary' | 'danger-light';
  /**
   * Runs on the ticked rows, or on all that the filters find when `all` is given; the list loads again afterwards.
   * False: nothing was done, the ticks stay.
   */
  run(rows: readonly Row[], all?: AllOf): Promise<boolean | undefined> | Promise<void>;
};

export type WorkListSelectionProps<Row> = {
  selection: Selection;
  /** Rows of this page. */
  pageSize: number;
  total: number | null;
  takesAll: boolean;
  actions: readonly BulkAction<Row>[];
  onAll(): void;
  onNone(): void;
  onRun(action: BulkAction<Row>): void;
};

/** How many rows are ticked, how to tick all that were found, and what can be done with them. Stays in sight while one scrolls. */
export function WorkListSelection<Row>(props: WorkListSelectionProps<Row>) {
  const { selection, pageSize, total, takesAll, actions, onAll, onNone, onRun } = props;
  const t = useText('core');
  const count = selection.isAll ? (total ?? 0) : selection.ids.size;
  const offersAll = takesAll && !selection.isAll && selection.ids.size === pageSize && total !== null && total > pageSize;
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={3}
      marginBottom={4}
      role="region"
      aria-live="polite"
      aria-label={t('list.selected', { count })}
      position="sticky"
      zIndex={2}
      style={{ insetBlockStart: '0.8rem' }}
    >
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="bold">{t('list.selected', { count })}</Typography>
        {offersAll ? <TextButton onClick={onAll}>{t('list.tick-all', { count: total })}</TextButton> : null}
        <TextButton onClick={onNone}>{t('list.tick-none')}</TextButton>
        <Flex gap={2} wrap="wrap">
          {actions.map((action) => (
            <Button key={action.label} size="S" variant={action.variant ?? 'secondary'} onClick={() => onRun(action)}>
              {action.label}
            </Button>
          ))}
        </Flex>
      </Flex>
    </Box>
  );
}
