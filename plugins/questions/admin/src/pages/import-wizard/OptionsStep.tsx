import { useMay, useText } from '@lyceum/core/admin';
import { Box, Checkbox, Flex, Radio, Typography } from '@strapi/design-system';
import { IMPORT_MODES, type ImportOptions, ON_ERROR, PUBLISH } from '../../../../contract/index.ts';
import type { StepProps } from './MappingStep.tsx';

type Choice = { title: string; name: 'mode' | 'onError'; values: readonly string[] };

/** What the run does with rows that exist, rows that fail, and rows that went through. */
export function OptionsStep({ draft, change }: StepProps) {
  const t = useText('questions');
  const may = useMay();
  const { options } = draft;
  const set = (part: Partial<ImportOptions>) => change({ ...draft, options: { ...options, ...part } });
  const choice = ({ title, name, values }: Choice) => (
    <Box tag="section" aria-label={title}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      <Radio.Group value={options[name]} aria-label={title} onValueChange={(value: string) => set({ [name]: value })}>
        <Flex direction="column" alignItems="start" gap={3} paddingTop={3}>
          {values.map((value) => (
            <Radio.Item key={value} value={value}>
              {t(`options.${name}-${value}`)}
            </Radio.Item>
          ))}
        </Flex>
      </Radio.Group>
    </Box>
  );
  const tick = (name: 'publish' | 'acceptWarnings') => (
    <Box>
      <Checkbox checked={options[name]} onCheckedChange={(is: boolean | 'indeterminate') => set({ [name]: is === true })}>
        {t(`options.${name}`)}
      </Checkbox>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1} style={{ paddingInlineStart: '2.8rem' }}>
        {t(`options.${name}-hint`)}
      </Typography>
    </Box>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={7}>
      {choice({ title: t('options.mode'), name: 'mode', values: IMPORT_MODES })}
      {choice({ title: t('options.onError'), name: 'onError', values: ON_ERROR })}
      <Flex direction="column" alignItems="stretch" gap={4}>
        {may(PUBLISH) ? tick('publish') : null}
        {tick('acceptWarnings')}
      </Flex>
      <Typography textColor="neutral600">{t('options.dry-run-hint')}</Typography>
    </Flex>
  );
}
