import { Box } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';
import { useProblemText } from './use-text.ts';

export type PageFrameProps = {
  title: string;
  subtitle?: string;
  /** The plugin's own right (`plugin::exams.attempts.read`). */
  permission: string;
  primaryAction?: ReactNode;
  secondaryAction?: ReactNode;
  navigationAction?: ReactNode;
  error?: Error | null;
  children: ReactNode;
};

/** Every page of ours: guarded, titled, with its error on top where it is seen. */
export function PageFrame({
  title,
  subtitle,
  permission,
  primaryAction,
  secondaryAction,
  navigationAction,
  error,
  children,
}: PageFrameProps) {
  const problemText = useProblemText();
  return (
    <Page.Protect permissions={[{ action: permission, subject: null }]}>
      <Page.Main>
        <Page.Title>{title}</Page.Title>
        <Layouts.Header
          title={title}
          subtitle={subtitle}
          primaryAction={primaryAction}
          secondaryAction={secondaryAction}
          navigationAction={navigationAction}
        />
        <Layouts.Content>
          {error ? (
            <Box paddingBottom={4}>
              <Notice tone="danger" title={problemText(error)} />
            </Box>
          ) : null}
          {children}
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
