import { Button, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { SearchableSelect } from './SearchableSelect.tsx';
import { useText } from './use-text.ts';
import { isFiltered, type ListState } from './work-list-state.ts';

export type ListFilter = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { value: string; label: string }[];
  /** For long lists: one types to find an option. */
  readonly isSearchable?: boolean;
};

export type WorkListFiltersProps = {
  state: ListState;
  filters: readonly ListFilter[];
  searchLabel: string | null;
  change(next: Partial<Record<string, string | null>>): void;
};

/** Search and filters above a work list; `/` puts the cursor into the search. */
export function WorkListFilters({ state, filters, searchLabel, change }: WorkListFiltersProps) {
  const t = useText('core');
  const [typed, setTyped] = useState(state.search);
  useEffect(() => setTyped(state.search), [state.search]);

  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      document.querySelector<HTMLInputElement>('input[name="work-list-search"]')?.focus();
    };
    document.addEventListener('keydown', toSearch);
    return () => document.removeEventListener('keydown', toSearch);
  }, []);

  return (
    <Flex gap={3} wrap="wrap" paddingBottom={4} alignItems="end">
      {searchLabel === null ? null : (
        <SearchForm
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            change({ search: typed.trim() });
          }}
        >
          <Searchbar
            name="work-list-search"
            value={typed}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
            onClear={() => change({ search: null })}
            clearLabel={t('list.search-clear')}
            placeholder={searchLabel}
          >
            {searchLabel}
          </Searchbar>
        </SearchForm>
      )}
      {filters.map((filter) =>
        filter.isSearchable ? (
          <SearchableSelect
            key={filter.name}
            label={filter.label}
            options={filter.options}
            value={state.filters[filter.name] ?? null}
            onChange={(value) => change({ [filter.name]: value })}
          />
        ) : (
          <SingleSelect
            key={filter.name}
            aria-label={filter.label}
            placeholder={filter.label}
            value={state.filters[filter.name] ?? ''}
            onChange={(value: string | number) => change({ [filter.name]: String(value) })}
            onClear={() => change({ [filter.name]: null })}
            clearLabel={t('list.filter-clear', { name: filter.label })}
          >
            {filter.options.map((option) => (
              <SingleSelectOption key={option.value} value={option.value}>
                {option.label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        ),
      )}
      {isFiltered(state) ? (
        <Button
          variant="ghost"
          onClick={() => change({ search: null, ...Object.fromEntries(filters.map((filter) => [filter.name, null])) })}
        >
          {t('list.clear-all')}
        </Button>
      ) : null}
    </Flex>
  );
}
