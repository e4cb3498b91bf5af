import {
  Box,
  Button,
  Checkbox,
  Flex,
  IconButton,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { useText } from './use-text.ts';
import { DENSITIES, type Density, type ListLookStore } from './work-list-look.ts';

export type WorkListColumnsProps = {
  columns: readonly { readonly key: string; readonly header: string }[];
  /** Keys shown to somebody who chose nothing. */
  shown: readonly string[];
  store: ListLookStore;
  onClose(): void;
};

/** Which columns are shown, in which order and how tightly. Changes show behind the dialog at once. */
export function WorkListColumns({ columns, shown, store, onClose }: WorkListColumnsProps) {
  const t = useText('core');
  const { look, change } = store;
  const chosen = look.columns;
  const rest = columns.filter(({ key }) => !chosen.includes(key));
  const ordered = [...chosen.flatMap((key) => columns.find((column) => column.key === key) ?? []), ...rest];

  const toggle = (key: string) =>
    change({ columns: chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key] });
  const move = (key: string, by: 1 | -1) => {
    const next = [...chosen];
    const at = next.indexOf(key);
    const other = next[at + by];
    if (at < 0 || other === undefined) return;
    next[at] = other;
    next[at + by] = key;
    change({ columns: next });
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('list.columns')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
            {ordered.map(({ key, header }) => {
              const isShown = chosen.includes(key);
              return (
                <Flex tag="li" key={key} justifyContent="space-between" gap={3} paddingTop={1} paddingBottom={1}>
                  <Checkbox checked={isShown} disabled={isShown && chosen.length === 1} onCheckedChange={() => toggle(key)}>
                    {header}
                  </Checkbox>
                  {isShown ? (
                    <Flex gap={1}>
                      <IconButton
                        size="XS"
                        variant="ghost"
                        label={t('list.column-earlier', { name: header })}
                        disabled={chosen[0] === key}
                        onClick={() => move(key, -1)}
                      >
                        <ArrowUp />
                      </IconButton>
                      <IconButton
                        size="XS"
                        variant="ghost"
                        label={t('list.column-later', { name: header })}
                        disabled={chosen.at(-1) === key}
                        onClick={() => move(key, 1)}
                      >
                        <ArrowDown />
                      </IconButton>
                    </Flex>
                  ) : null}
                </Flex>
              );
            })}
          </Box>
          <Box paddingTop={4}>
            <Typography variant="pi" fontWeight="bold" tag="p">
              {t('list.density')}
            </Typography>
            <SingleSelect
              aria-label={t('list.density')}
              value={look.density}
              onChange={(density: string | number) => change({ density: density as Density })}
            >
              {DENSITIES.map((density) => (
                <SingleSelectOption key={density} value={density}>
                  {t(`list.density-${density}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => change({ columns: shown, density: 'comfortable' })}>
            {t('list.columns-reset')}
          </Button>
          <Button onClick={onClose}>{t('list.done')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
