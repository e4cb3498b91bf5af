import { useText } from '@lyceum/core/admin';
import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useId, useState } from 'react';

/** Names shown at once; typing narrows them down. */
const SHOWN = 8;

export type TypeAheadProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  /** What is typed may be a name of its own. */
  takesNew?: boolean;
  onChoose(value: string): void;
  onClose(): void;
};

/** A field that finds a name while one types it; Enter takes the marked one and Escape leaves. */
export function TypeAhead({ label, options, chosen, takesNew = false, onChoose, onClose }: TypeAheadProps) {
  const t = useText('questions');
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const typed = text.trim();
  const wanted = typed.toLocaleLowerCase();
  const found = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted)).slice(0, SHOWN);
  const isNew = takesNew && typed !== '' && !found.some((option) => option.label.toLocaleLowerCase() === wanted);
  const shown = isNew ? [{ value: typed, label: t('tagging.new-word', { word: typed }) }, ...found] : found;
  const active = Math.min(at, shown.length - 1);
  const take = (value: string | undefined) => {
    if (value === undefined) return;
    onChoose(value);
    onClose();
  };

  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter') take(shown[active]?.value);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Box position="relative" width="100%" maxWidth="48rem">
      <Field.Root name="tagging-find">
        <Field.Label>{label}</Field.Label>
        <Field.Input
          // It is opened by a key, to be typed into at once.
          autoFocus
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          dir="auto"
          maxLength={60}
          value={text}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
          onBlur={onClose}
        />
      </Field.Root>
      <Box
        id={`${id}-list`}
        tag="ul"
        role="listbox"
        aria-label={label}
        background="neutral0"
        borderColor="neutral200"
        hasRadius
        shadow="popupShadow"
        padding={1}
        style={{ position: 'absolute', insetInline: 0, zIndex: 5, listStyle: 'none' }}
      >
        {shown.map((option, place) => (
          <Box
            key={option.value}
            id={`${id}-${place}`}
            tag="li"
            role="option"
            aria-selected={place === active}
            padding={2}
            hasRadius
            background={place === active ? 'primary100' : 'neutral0'}
            cursor="pointer"
            // Before the field loses the focus and the list is gone.
            onMouseDown={(event: React.MouseEvent) => {
              event.preventDefault();
              take(option.value);
            }}
          >
            <Flex gap={2}>
              {chosen.includes(option.value) ? <Check aria-label={t('tagging.chosen')} /> : null}
              <Typography textColor={place === active ? 'primary700' : 'neutral800'}>
                <bdi>{option.label}</bdi>
              </Typography>
            </Flex>
          </Box>
        ))}
        {shown.length === 0 ? (
          <Box tag="li" padding={2}>
            <Typography textColor="neutral600">{t('tagging.no-such')}</Typography>
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}
