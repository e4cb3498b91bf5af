import { useConfirm, useText } from '@lyceum/core/admin';
import { Menu, MenuItem, SimpleMenu } from '@strapi/design-system';
import { useState } from 'react';
import type { SavedView } from '../../../../contract/index.ts';
import type { Views } from './use-views.ts';
import { ViewDialog } from './ViewDialog.tsx';

/** Views to pick, and what can be done with the one in use. */
export function ViewsMenu({ views }: { views: Views }) {
  const t = useText('questions');
  const { confirm, dialog } = useConfirm();
  const [naming, setNaming] = useState<SavedView | 'new' | null>(null);
  const { rows, current, isChanged, choices } = views;
  const isDefault = current !== null && choices?.defaultView === current.id;

  const remove = async (view: SavedView) => {
    const isSure = await confirm({
      title: t('view.remove-title', { name: view.name }),
      text: t('view.remove-text'),
      action: t('view.remove'),
      isDangerous: true,
    });
    if (isSure) await views.remove(view);
  };
  const label = current === null ? t('view.all') : isChanged ? t('view.changed', { name: current.name }) : current.name;

  return (
    <>
      <SimpleMenu variant="tertiary" label={label}>
        <MenuItem onSelect={() => views.pick(null)}>{t('view.all')}</MenuItem>
        {rows.map((view) => (
          <MenuItem key={view.id} onSelect={() => views.pick(view)}>
            {view.isOwn ? view.name : t('view.of', { name: view.name, owner: view.owner })}
          </MenuItem>
        ))}
        <Menu.Separator />
        <MenuItem onSelect={() => setNaming('new')}>{t('view.save-new')}</MenuItem>
        {current?.isOwn && isChanged ? (
          <MenuItem onSelect={() => void views.change(current, 'replace')}>{t('view.replace', { name: current.name })}</MenuItem>
        ) : null}
        {current?.isOwn ? <MenuItem onSelect={() => setNaming(current)}>{t('view.rename')}</MenuItem> : null}
        {current ? (
          <MenuItem onSelect={() => void views.setDefault(isDefault ? null : current)}>
            {t(isDefault ? 'view.default-off' : 'view.default-on')}
          </MenuItem>
        ) : null}
        {current?.isOwn ? (
          <MenuItem variant="danger" onSelect={() => void remove(current)}>
            {t('view.remove')}
          </MenuItem>
        ) : null}
      </SimpleMenu>
      {naming ? (
        <ViewDialog
          view={naming === 'new' ? null : naming}
          hasInstitute={views.hasInstitute}
          onSave={(fields) => (naming === 'new' ? views.saveNew(fields) : views.change(naming, fields))}
          onClose={() => setNaming(null)}
        />
      ) : null}
      {dialog}
    </>
  );
}
