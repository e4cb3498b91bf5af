import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useText } from './use-text.ts';

const PAGE_SIZES = ['25', '50', '100', '200'];

export type WorkListFooterProps = {
  total: number | null;
  pageSize: number;
  /** Columns to sort by, where there is no table head to press. */
  sortable: readonly { readonly header: string; readonly sort?: string }[];
  sort: string | null;
  onChange(next: Partial<Record<string, string | null>>): void;
  onBack: (() => void) | null;
  onNext: (() => void) | null;
  onColumns(): void;
  onKeys: (() => void) | null;
};

/** How many there are, how many a page, to and fro, and how the list looks. */
export function WorkListFooter(props: WorkListFooterProps) {
  const { total, pageSize, sortable, sort, onChange, onBack, onNext, onColumns, onKeys } = props;
  const t = useText('core');
  return (
    <Flex justifyContent="space-between" paddingTop={4} gap={4} wrap="wrap">
      <Flex gap={3} wrap="wrap">
        <Typography textColor="neutral600" aria-live="polite">
          {total === null ? '' : t('list.total', { count: total })}
        </Typography>
        <Button size="S" variant="ghost" onClick={onColumns}>
          {t('list.columns')}
        </Button>
        {onKeys ? (
          <Button size="S" variant="ghost" onClick={onKeys}>
            {t('list.keys')}
          </Button>
        ) : null}
      </Flex>
      <Flex gap={2} wrap="wrap">
        {sortable.length > 0 ? (
          <SingleSelect
            size="S"
            aria-label={t('list.sort')}
            placeholder={t('list.sort')}
            value={sort ?? ''}
            onChange={(next: string | number) => onChange({ sort: String(next) })}
          >
            {sortable.flatMap(({ header, sort: field = '' }) => [
              <SingleSelectOption key={field} value={field}>
                {t('list.sort-up', { name: header })}
              </SingleSelectOption>,
              <SingleSelectOption key={`-${field}`} value={`-${field}`}>
                {t('list.sort-down', { name: header })}
              </SingleSelectOption>,
            ])}
          </SingleSelect>
        ) : null}
        <SingleSelect
          size="S"
          aria-label={t('list.page-size')}
          value={String(pageSize)}
          onChange={(size: string | number) => onChange({ pageSize: String(size) })}
        >
          {PAGE_SIZES.map((size) => (
            <SingleSelectOption key={size} value={size}>
              {size}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Button variant="tertiary" disabled={onBack === null} onClick={() => onBack?.()}>
          {t('list.previous')}
        </Button>
        <Button variant="tertiary" disabled={onNext === null} onClick={() => onNext?.()}>
          {t('list.next')}
        </Button>
      </Flex>
    </Flex>
  );
}
