import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { usePersistentState } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { useText } from './use-text.ts';

type View = { readonly name: string; readonly query: string };

/** Filters somebody comes back to, kept under a name on this device. */
export function SavedViews({ list }: { list: string }) {
  const t = useText('core');
  const [params, setParams] = useSearchParams();
  const [views, setViews] = usePersistentState<View[]>(`lyceum-views-${list}`, []);
  const kept = new URLSearchParams(params);
  for (const name of ['cursor', 'before', 'tab']) kept.delete(name);
  const query = kept.toString();
  const isKnown = views.some((view) => view.query === query);

  const save = () => {
    const name = window.prompt(t('list.view-name'))?.trim();
    if (name) setViews([...views.filter((view) => view.name !== name), { name, query }]);
  };

  if (views.length === 0 && query === '') return null;
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={4}>
      {views.map((view) => (
        <Flex key={view.name} gap={1}>
          <Button
            size="S"
            variant={view.query === query ? 'secondary' : 'tertiary'}
            onClick={() => setParams(new URLSearchParams(view.query))}
          >
            {view.name}
          </Button>
          <Tag
            icon={<Cross aria-label={t('list.view-remove', { name: view.name })} />}
            onClick={() => setViews(views.filter((other) => other.name !== view.name))}
          >
            {' '}
          </Tag>
        </Flex>
      ))}
      {query !== '' && !isKnown ? (
        <Button size="S" variant="ghost" onClick={save}>
          {t('list.view-save')}
        </Button>
      ) : null}
    </Flex>
  );
}
