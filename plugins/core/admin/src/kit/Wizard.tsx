import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useText } from './use-text.ts';

export type WizardStep = { readonly key: string; readonly title: string };

export type WizardProps = {
  steps: readonly WizardStep[];
  current: string;
  /** Steps before the current one may be opened again. */
  onGoTo(key: string): void;
  children: ReactNode;
  back?: { label?: string; onPress(): void } | undefined;
  next?: { label: string; onPress(): void; isDisabled?: boolean; isLoading?: boolean } | undefined;
};

/** Shows where one is, what came before and what follows. The page keeps the draft; this only frames it. */
export function Wizard({ steps, current, onGoTo, children, back, next }: WizardProps) {
  const t = useText('core');
  const at = steps.findIndex((step) => step.key === current);
  return (
    <Box>
      <Flex
        tag="ol"
        gap={6}
        wrap="wrap"
        paddingBottom={6}
        aria-label={t('wizard.steps')}
        style={{ listStyle: 'none', paddingInlineStart: 0 }}
      >
        {steps.map((step, place) => (
          <Flex tag="li" key={step.key} gap={2} aria-current={place === at ? 'step' : undefined}>
            <Flex
              justifyContent="center"
              width="2.4rem"
              height="2.4rem"
              borderRadius="50%"
              background={place === at ? 'primary600' : place < at ? 'primary100' : 'neutral150'}
            >
              <Typography
                variant="pi"
                fontWeight="bold"
                textColor={place === at ? 'neutral0' : place < at ? 'primary600' : 'neutral600'}
              >
                {place < at ? '✓' : place + 1}
              </Typography>
            </Flex>
            {place < at ? (
              <Box
                tag="button"
                type="button"
                background="transparent"
                style={{ border: 0, padding: 0, cursor: 'pointer' }}
                onClick={() => onGoTo(step.key)}
              >
                <Typography textColor="neutral800">{step.title}</Typography>
              </Box>
            ) : (
              <Typography fontWeight={place === at ? 'bold' : 'regular'} textColor={place === at ? 'neutral800' : 'neutral600'}>
                {step.title}
              </Typography>
            )}
          </Flex>
        ))}
      </Flex>
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
        {children}
      </Box>
      <Flex justifyContent="space-between" paddingTop={6}>
        {back ? (
          <Button variant="tertiary" onClick={back.onPress}>
            {back.label ?? t('wizard.back')}
          </Button>
        ) : (
          <span />
        )}
        {next ? (
          <Button onClick={next.onPress} disabled={next.isDisabled ?? false} loading={next.isLoading ?? false}>
            {next.label}
          </Button>
        ) : null}
      </Flex>
    </Box>
  );
}
