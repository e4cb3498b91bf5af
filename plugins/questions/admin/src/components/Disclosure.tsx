import { Box, TextButton } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { type ReactNode, useId, useState } from 'react';

export type DisclosureProps = {
  label: string;
  /** Open from the beginning, and for as long as this holds. */
  isNeeded?: boolean;
  children: ReactNode;
};

/** Something few need: hidden behind a button until it is asked for or holds something. */
export function Disclosure({ label, isNeeded = false, children }: DisclosureProps) {
  const id = useId();
  const [wish, setWish] = useState<boolean | null>(null);
  const isOpen = wish ?? isNeeded;
  return (
    <Box width="100%">
      <TextButton
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        endIcon={isOpen ? <CaretUp /> : <CaretDown />}
        onClick={() => setWish(!isOpen)}
      >
        {label}
      </TextButton>
      <Box id={id} hidden={!isOpen} paddingTop={3}>
        {isOpen ? children : null}
      </Box>
    </Box>
  );
}
