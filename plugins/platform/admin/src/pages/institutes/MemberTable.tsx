import { SearchableSelect, useText } from '@lyceum/core/admin';
import { Box, Searchbar, SearchForm, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Institute, InstituteStaff } from '../../../../contract/institutes.ts';

export type MemberTableProps = {
  people: readonly InstituteStaff[];
  institutes: readonly Institute[];
  onPut(staffId: number, instituteId: string | null): void;
};

/** So many people are shown at once; a search finds the others. */
const SHOWN = 100;

/** Members of staff, each with the institute they belong to. */
export function MemberTable({ people, institutes, onPut }: MemberTableProps) {
  const t = useText('platform');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = people.filter(({ name, email }) => `${name} ${email}`.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <Box paddingBottom={4}>
        <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
          <Searchbar
            name="member-search"
            value={search}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setSearch(event.target.value)}
            onClear={() => setSearch('')}
            clearLabel={t('institute.search-clear')}
            placeholder={t('institute.search')}
          >
            {t('institute.search')}
          </Searchbar>
        </SearchForm>
      </Box>
      <Table colCount={3} rowCount={Math.min(found.length, SHOWN) + 1}>
        <Thead>
          <Tr>
            {['list.name', 'list.email', 'institute.one'].map((key) => (
              <Th key={key}>
                <Typography variant="sigma">{t(key)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {found.slice(0, SHOWN).map((person) => (
            <Tr key={person.staffId}>
              <Td>
                <Typography dir="auto">{person.name}</Typography>
              </Td>
              <Td>
                <Typography>{person.email}</Typography>
              </Td>
              <Td>
                <SearchableSelect
                  label={t('institute.of', { name: person.name })}
                  placeholder={t('institute.none')}
                  options={institutes.map(({ id, name }) => ({ value: id, label: name }))}
                  value={person.instituteId}
                  onChange={(instituteId) => onPut(person.staffId, instituteId)}
                />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {found.length > SHOWN ? (
        <Box paddingTop={3}>
          <Typography textColor="neutral600">{t('institute.more', { shown: SHOWN, all: found.length })}</Typography>
        </Box>
      ) : null}
    </>
  );
}
