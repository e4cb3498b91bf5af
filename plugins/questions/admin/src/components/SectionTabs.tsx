import { useText } from '@lyceum/core/admin';
import { Box, Tabs } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { HOME } from '../plugin-id.ts';

const SECTIONS = { bank: HOME, topics: `${HOME}/topics`, imports: `${HOME}/imports` } as const;
type Section = keyof typeof SECTIONS;

/** The three lists of the plugin. */
export function SectionTabs({ current }: { current: Section }) {
  const t = useText('questions');
  const navigate = useNavigate();
  return (
    <Box paddingBottom={6}>
      <Tabs.Root value={current} onValueChange={(section: string) => navigate(SECTIONS[section as Section])}>
        <Tabs.List aria-label={t('menu')}>
          {Object.keys(SECTIONS).map((section) => (
            <Tabs.Trigger key={section} value={section}>
              {t(`section.${section}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs.Root>
    </Box>
  );
}
