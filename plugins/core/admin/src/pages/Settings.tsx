import { Box, Loader, Tabs } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { CORE_PERMISSIONS, listSettings } from '../../../contract/index.ts';
import { PageFrame } from '../kit/PageFrame.tsx';
import { useCall } from '../kit/use-call.ts';
import { useLoaded } from '../kit/use-loaded.ts';
import { useText } from '../kit/use-text.ts';
import { SettingsForm } from './SettingsForm.tsx';

/** One tab a plugin; each form is made from that plugin's schema. */
export default function Settings() {
  const t = useText('core');
  const call = useCall();
  const [params, setParams] = useSearchParams();
  const { value, error } = useLoaded(() => call(listSettings), []);
  const current = params.get('plugin') ?? value?.rows[0]?.plugin;
  return (
    <PageFrame title={t('settings.title')} subtitle={t('settings.subtitle')} permission={CORE_PERMISSIONS.settings} error={error}>
      {value && current ? (
        <Tabs.Root value={current} onValueChange={(plugin: string) => setParams({ plugin })}>
          <Tabs.List aria-label={t('settings.title')}>
            {value.rows.map((row) => (
              <Tabs.Trigger key={row.plugin} value={row.plugin}>
                {row.title}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Box paddingTop={6}>
            <SettingsForm key={current} plugin={current} />
          </Box>
        </Tabs.Root>
      ) : (
        <Loader />
      )}
    </PageFrame>
  );
}
