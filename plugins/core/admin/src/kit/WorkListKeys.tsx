import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useText } from './use-text.ts';
import { LIST_KEYS } from './work-list-keys.ts';

/** Every key of a work list with what it does. */
export function WorkListKeys({ onClose }: { onClose(): void }) {
  const t = useText('core');
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('list.keys')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <dl className="lyceum-list-keys">
            {LIST_KEYS.map(({ name, keys }) => (
              <Flex key={name} justifyContent="space-between" gap={4} paddingTop={2} paddingBottom={2}>
                <dt>
                  <Typography>{t(`list.key-${name}`)}</Typography>
                </dt>
                <Flex tag="dd" gap={1} style={{ margin: 0 }}>
                  {keys.map((key) => (
                    <Typography key={key} tag="kbd" variant="pi" fontWeight="bold" className="lyceum-key">
                      {key}
                    </Typography>
                  ))}
                </Flex>
              </Flex>
            ))}
          </dl>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('list.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
