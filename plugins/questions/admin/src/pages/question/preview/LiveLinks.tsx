import { useCall, useDates, useText } from '@lyceum/core/admin';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type ShareLink, withdrawShareLink } from '../../../../../contract/index.ts';

type Props = { rows: readonly ShareLink[]; onWithdrawn(): void; onError(error: unknown): void };

/** The links that open now, each with a way to close it. */
export function LiveLinks({ rows, onWithdrawn, onError }: Props) {
  const t = useText('questions');
  const call = useCall();
  const { dateTime } = useDates();
  const [closing, setClosing] = useState<string | null>(null);

  const withdraw = async (link: ShareLink) => {
    setClosing(link.id);
    onError(null);
    try {
      await call(withdrawShareLink, { params: { id: link.id } });
    } catch (refused) {
      onError(refused);
    } finally {
      setClosing(null);
      onWithdrawn();
    }
  };

  return (
    <Box tag="section" aria-label={t('share.live')}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {t('share.live')}
      </Typography>
      {rows.length === 0 ? (
        <Typography tag="p" textColor="neutral600" paddingTop={2}>
          {t('share.none')}
        </Typography>
      ) : (
        <Flex
          tag="ul"
          direction="column"
          alignItems="stretch"
          paddingTop={2}
          style={{ listStyle: 'none', paddingInlineStart: 0 }}
        >
          {rows.map((link) => (
            <Flex key={link.id} tag="li" gap={3} justifyContent="space-between" paddingTop={3} paddingBottom={3} wrap="wrap">
              <Box>
                <Flex gap={2} wrap="wrap">
                  <Typography fontWeight="bold">
                    <bdi>{link.note || t('share.unnamed')}</bdi>
                  </Typography>
                  {link.withAnswers ? <Badge>{t('share.answers')}</Badge> : null}
                  {link.questionCount > 1 ? <Badge>{t('share.count', { count: link.questionCount })}</Badge> : null}
                </Flex>
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {t('share.until', { date: dateTime(link.expiresAt), who: link.createdBy ?? '–' })}
                </Typography>
              </Box>
              <Button size="S" variant="danger-light" loading={closing === link.id} onClick={() => void withdraw(link)}>
                {t('share.withdraw')}
              </Button>
            </Flex>
          ))}
        </Flex>
      )}
    </Box>
  );
}
