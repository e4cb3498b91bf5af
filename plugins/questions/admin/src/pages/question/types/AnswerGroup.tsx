import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** The part of the form that belongs to the type; messages about the key as a whole lead here. */
export function AnswerGroup({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <Box id="field-key" tabIndex={-1} role="group" aria-label={label} width="100%">
      <Typography variant="pi" fontWeight="bold">
        {label}
      </Typography>
      {hint ? (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
          {hint}
        </Typography>
      ) : null}
      {children}
    </Box>
  );
}
