import { Box, Tabs } from '@strapi/design-system';
import { Route, Routes, useSearchParams } from 'react-router-dom';
import { CORE_PERMISSIONS } from '../../../contract/index.ts';
import { PageFrame } from '../kit/PageFrame.tsx';
import { useText } from '../kit/use-text.ts';
import { AuditLog } from './AuditLog.tsx';
import { Jobs } from './Jobs.tsx';
import { MailMessage } from './MailMessage.tsx';
import { MailTray } from './MailTray.tsx';
import { Queues } from './Queues.tsx';

const TABS = ['queues', 'jobs', 'mails', 'audit'] as const;

function Overview() {
  const t = useText('core');
  const [params, setParams] = useSearchParams();
  const current = TABS.find((tab) => tab === params.get('tab')) ?? 'queues';
  return (
    <PageFrame title={t('operations.title')} subtitle={t('operations.subtitle')} permission={CORE_PERMISSIONS.jobs}>
      <Tabs.Root value={current} onValueChange={(tab: string) => setParams(new URLSearchParams({ tab }))}>
        <Tabs.List aria-label={t('operations.title')}>
          {TABS.map((tab) => (
            <Tabs.Trigger key={tab} value={tab}>
              {t(`operations.${tab}`)}
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
