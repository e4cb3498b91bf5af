import { useIsNarrow, useListState, useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Searchbar, SearchForm } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { SEARCH_LENGTH } from '../../../../contract/index.ts';
import { FilterChips } from './FilterChips.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { FILTER_NAMES, type FilterField } from './filter-fields.ts';

/** Puts the cursor into the search when somebody presses `/` outside a field. */
function useSlash(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      document.querySelector<HTMLInputElement>('input[name="bank-search"]')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Search, views and filters above the list. A search puts the best match first until another order is chosen. */
export function FilterBar({ fields, views }: { fields: readonly FilterField[]; views: ReactNode }) {
  const t = useText('questions');
  const isNarrow = useIsNarrow();
  const { state, change } = useListState(FILTER_NAMES);
  const [typed, setTyped] = useState(state.search);
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  useEffect(() => setTyped(state.search), [state.search]);
  useSlash();
  const count = Object.keys(state.filters).length;

  const search = (text: string | null) =>
    change({ search: text, ...(state.sort === 'relevance' && !text ? { sort: null } : {}) });

  return (
    <Box paddingBottom={2}>
      <Flex gap={3} wrap="wrap" paddingBottom={4} alignItems="center">
        <Box flex="1" minWidth={isNarrow ? '100%' : '28rem'} maxWidth="52rem">
          <SearchForm
            onSubmit={(event: React.FormEvent) => {
              event.preventDefault();
              search(typed.trim() || null);
            }}
          >
            <Searchbar
              name="bank-search"
              value={typed}
              maxLength={SEARCH_LENGTH}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
              onClear={() => search(null)}
              clearLabel={t('filter.search-clear')}
              placeholder={t('filter.search')}
            >
              {t('filter.search')}
            </Searchbar>
          </SearchForm>
        </Box>
        <Button
          variant={isOpen ? 'secondary' : 'tertiary'}
          startIcon={<Filter />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {count === 0 ? t('filter.open') : t('filter.open-count', { count })}
        </Button>
        {views}
      </Flex>
      {isOpen ? (
        <Box id={panelId} background="neutral0" hasRadius shadow="tableShadow" padding={5} marginBottom={4}>
          <FilterPanel fields={fields} filters={state.filters} onChange={change} />
        </Box>
      ) : null}
      <FilterChips fields={fields} filters={state.filters} onChange={change} />
    </Box>
  );
}
