import { Box } from '@strapi/design-system';

export type FileInputProps = { label: string; accept: string; isDisabled?: boolean; onPick(file: File | null): void };

/** The browser's own file field, which everybody and every screen reader knows, in the admin's colours. */
export function FileInput({ label, accept, isDisabled = false, onPick }: FileInputProps) {
  return (
    <Box
      tag="input"
      type="file"
      accept={accept}
      aria-label={label}
      disabled={isDisabled}
      padding={2}
      hasRadius
      borderColor="neutral200"
      color="neutral800"
      width="100%"
      style={{ font: 'inherit', fontSize: '1.4rem' }}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onPick(event.target.files?.[0] ?? null)}
    />
  );
}
