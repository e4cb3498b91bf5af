import { Badge, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import type { z } from 'zod';
import { listMails, MAIL_STATES, type MailRow } from '../../../contract/index.ts';
import { useDates, useText } from '../kit/use-text.ts';
import { WorkList } from '../kit/WorkList.tsx';

type Mail = z.output<typeof MailRow>;

/** Every message the platform wrote; without a mail server this is where they stay. */
export function MailTray() {
  const t = useText('core');
  const { dateTime } = useDates();
  const navigate = useNavigate();
  return (
    <WorkList<Mail>
      endpoint={listMails}
      name="mails"
      fixed={{}}
      searchLabel={t('mails.search')}
      filters={[
        {
          name: 'state',
          label: t('mails.state'),
          options: MAIL_STATES.map((state) => ({ value: state, label: t(`mails.state.${state}`) })),
        },
      ]}
      rowId={(mail) => mail.id}
      rowName={(mail) => mail.subject}
      onOpen={(mail) => navigate(`mails/${mail.id}`)}
      columns={[
        { key: 'subject', header: t('mails.subject'), cell: (mail) => <Typography fontWeight="bold">{mail.subject}</Typography> },
        { key: 'recipient', header: t('mails.recipient'), cell: (mail) => <Typography>{mail.recipient}</Typography> },
        {
          key: 'state',
          header: t('mails.state'),
          cell: (mail) => (
            <Typography>
              <Badge>{t(`mails.state.${mail.state}`)}</Badge> {mail.error ?? ''}
            </Typography>
          ),
        },
        {
          key: 'madeAt',
          header: t('mails.madeAt'),
          sort: 'madeAt',
          cell: (mail) => <Typography>{dateTime(mail.madeAt)}</Typography>,
        },
      ]}
      empty={{ text: t('mails.empty') }}
    />
  );
}
