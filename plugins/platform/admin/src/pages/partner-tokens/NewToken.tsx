import { Notice, useText } from '@lyceum/core/admin';
import { Box, Button, Checkbox, Field, Flex, Modal, NumberInput, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';

export type TokenWishes = { name: string; scopes: string[]; days: number | null };
export type NewTokenProps = {
  scopes: readonly string[];
  /** The token that was made, to be copied now or never; null before. */
  made: string | null;
  onMake(wishes: TokenWishes): Promise<void>;
  onClose(): void;
};

const DAYS = 365;

/** Asks what a token is for, then shows it once. */
export function NewToken({ scopes, made, onMake, onClose }: NewTokenProps) {
  const t = useText('platform');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState<number | undefined>(DAYS);
  const [isBusy, setBusy] = useState(false);
  const isValid = name.trim().length >= 2 && chosen.length > 0;

  const make = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    setBusy(true);
    await onMake({ name: name.trim(), scopes: [...chosen], days: days ?? null });
    setBusy(false);
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <form onSubmit={(event) => void make(event)}>
          <Modal.Header>
            <Modal.Title>{t('partner.new')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            {made ? (
              <Notice tone="warning" title={t('partner.once')}>
                <Box paddingTop={2}>
                  <Typography tag="code" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
                    {made}
                  </Typography>
                </Box>
              </Notice>
            ) : (
              <Flex direction="column" alignItems="stretch" gap={5}>
                <Field.Root name="name" required hint={t('partner.name-hint')}>
                  <Field.Label>{t('partner.name')}</Field.Label>
                  <TextInput
                    value={name}
                    maxLength={120}
                    autoFocus
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
                  />
                  <Field.Hint />
                </Field.Root>
                <Box tag="fieldset" borderWidth="0" padding={0}>
                  <Typography tag="legend" variant="pi" fontWeight="bold">
                    {t('partner.scopes')}
                  </Typography>
                  {scopes.map((scope) => (
                    <Box key={scope} paddingTop={2}>
                      <Checkbox
                        checked={chosen.includes(scope)}
                        onCheckedChange={(is: boolean | 'indeterminate') =>
                          setChosen((old) => (is === true ? [...old, scope] : old.filter((one) => one !== scope)))
                        }
                      >
                        {scope}
                      </Checkbox>
                    </Box>
                  ))}
                </Box>
                <Field.Root name="days" hint={t('partner.days-hint')}>
                  <Field.Label>{t('partner.days')}</Field.Label>
                  <NumberInput value={days} min={1} max={3650} onValueChange={(value: number | undefined) => setDays(value)} />
                  <Field.Hint />
                </Field.Root>
              </Flex>
            )}
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {t(made ? 'partner.close' : 'reason.cancel')}
            </Button>
            {made ? null : (
              <Button type="submit" disabled={!isValid} loading={isBusy}>
                {t('partner.make')}
              </Button>
            )}
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
