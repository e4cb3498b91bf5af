import { PageFrame, useMay, useText } from '@lyceum/core/admin';
import { Box, LinkButton, Tabs } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink, useSearchParams } from 'react-router-dom';
import { EXAM_PERMISSIONS } from '../../../contract/index.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { ExamsList } from './ExamsList.tsx';

const TABS = ['exams', 'attempts'] as const;

/** Exams, and who sat them. */
export function ExamsHome() {
  const t = useText('exams');
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const tabs = may(EXAM_PERMISSIONS.readAttempts) ? TABS : TABS.slice(0, 1);
  const current = tabs.find((tab) => tab === params.get('tab')) ?? 'exams';
  return (
    <PageFrame
      title={t('home.title')}
      subtitle={t('home.subtitle')}
      permission={EXAM_PERMISSIONS.readExams}
      primaryAction={
        may(EXAM_PERMISSIONS.writeExams) ? (
          <LinkButton tag={NavLink} to="new" startIcon={<Plus />}>
            {t('home.new')}
          </LinkButton>
        ) : undefined
      }
    >
      <Tabs.Root value={current} onValueChange={(tab: string) => setParams({ tab })}>
        <Tabs.List aria-label={t('home.title')}>
          {tabs.map((tab) => (
            <Tabs.Trigger key={tab} value={tab}>
              {t(`home.${tab}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Box paddingTop={6}>{current === 'exams' ? <ExamsList /> : <AttemptsList />}</Box>
      </Tabs.Root>
    </PageFrame>
  );
}
