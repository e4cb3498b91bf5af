import { TextInput } from '@strapi/design-system';

const pad = (value: number) => String(value).padStart(2, '0');

/** An instant as the browser's own date and time field shows it, in the editor's zone. */
export function toLocalInput(instant: string | null): string {
  if (!instant) return '';
  const at = new Date(instant);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

export function InstantInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange(value: string | null): void;
}) {
  return (
    <TextInput
      type="datetime-local"
      aria-label={label}
      value={toLocalInput(value)}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
        onChange(event.target.value ? new Date(event.target.value).toISOString() : null)
      }
    />
  );
}
