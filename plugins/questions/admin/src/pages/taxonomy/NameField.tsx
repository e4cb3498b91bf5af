import { Field } from '@strapi/design-system';

export type NameFieldProps = {
  name: string;
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  onChange(value: string): void;
};

/** One required line of text. */
export function NameField({ name, label, hint, value, maxLength, onChange }: NameFieldProps) {
  return (
    <Field.Root name={name} required hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Field.Input
        value={value}
        dir="auto"
        maxLength={maxLength}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
      <Field.Hint />
    </Field.Root>
  );
}
