import { Box, Tabs } from '@strapi/design-system';
import { Route, Routes, useSearchParams } from 'react-router-dom';
import { CORE_PERMISSIONS } from '../../../contract/index.ts';
import { PageFrame } from '../kit/PageFrame.tsx';
import { useMay } from '../kit/use-may.ts';
import { useText } from '../kit/use-text.ts';
import { AuditLog } from './AuditLog.tsx';
import { Jobs } from './Jobs.tsx';
import { MailMessage } from './MailMessage.tsx';
import { MailTray } from './MailTray.tsx';
import { Queues } from './Queues.tsx';

const TABS = [
  { name: 'queues', permission: CORE_PERMISSIONS.jobs },
  { name: 'jobs', permission: CORE_PERMISSIONS.jobs },
  { name: 'mails', permission: CORE_PERMISSIONS.mails },
  { name: 'audit', permission: CORE_PERMISSIONS.audit },
] as const;

function Overview() {
  const t = useText('core');
  const [params, setParams] = useSearchParams();
  const may = useMay();
  const tabs = TABS.filter((tab) => may(tab.permission));
  const { name: current, permission } = tabs.find((tab) => tab.name === params.get('tab')) ?? tabs[0] ?? TABS[0];
  return (
    <PageFrame title={t('operations.title')} subtitle={t('operations.subtitle')} permission={permission}>
      <Tabs.Root value={current} onValueChange={(tab: string) => setParams(new URLSearchParams({ tab }))}>
        <Tabs.List aria-label={t('operations.title')}>
          {tabs.map(({ name }) => (
            <Tabs.Trigger key={name} value={name}>
              {t(`operations.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Box paddingTop={6}>
          {current === 'queues' ? <Queues /> : null}
          {current === 'jobs' ? <Jobs /> : null}
          {current === 'mails' ? <MailTray /> : null}
          {current === 'audit' ? <AuditLog /> : null}
        </Box>
      </Tabs.Root>
    </PageFrame>
  );
}

export default function Operations() {
  return (
    <Routes>
      <Route index element={<Overview />} />
      <Route path="mails/:id" element={<MailMessage />} />
    </Routes>
  );
}
