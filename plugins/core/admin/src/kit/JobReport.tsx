import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

export type JobFigure = {
  readonly label: string;
  readonly value: string | number;
  readonly tone?: 'success600' | 'danger600' | 'warning600' | 'neutral800';
};

export type JobReportProps = {
  /** 0–1, or null while nothing can be said yet. */
  progress: number | null;
  isRunning: boolean;
  /** One sentence: what is happening, or how it ended. */
  status: string;
  figures: readonly JobFigure[];
  actions?: ReactNode;
  /** Without a box of its own, where the page gives one. */
  isPlain?: boolean;
};

/** Work that takes a while: a bar while it runs, its figures live, what one may do next. The page may be left and reopened. */
export function JobReport({ progress, isRunning, status, figures, actions, isPlain = false }: JobReportProps) {
  const { formatNumber } = useIntl();
  const percent = Math.round((progress ?? 0) * 100);
  return (
    <Box {...(isPlain ? {} : { background: 'neutral0', hasRadius: true, shadow: 'tableShadow', padding: 6 })}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography variant="delta" tag="h2" aria-live="polite">
          {status}
        </Typography>
        <Flex gap={2}>{actions}</Flex>
      </Flex>
      {isRunning ? (
        <Flex gap={3} paddingTop={4}>
          <Box
            flex="1"
            role="progressbar"
            aria-label={status}
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
            background="neutral200"
            hasRadius
            height="0.8rem"
            overflow="hidden"
          >
            <Box background="primary600" height="0.8rem" style={{ inlineSize: `${percent}%`, transition: 'inline-size 0.3s' }} />
          </Box>
          <Typography>{`${percent} %`}</Typography>
        </Flex>
      ) : null}
      <Grid.Root gap={4} paddingTop={5}>
        {figures.map((figure) => (
          <Grid.Item key={figure.label} col={2} s={6} xs={6} direction="column" alignItems="start">
            <Typography variant="alpha" textColor={figure.tone ?? 'neutral800'}>
              {typeof figure.value === 'number' ? formatNumber(figure.value) : figure.value}
            </Typography>
            <Typography textColor="neutral600">{figure.label}</Typography>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Box>
  );
}
