import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { BackButton, useFetchClient } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { CORE_PERMISSIONS, downloadMail, getMail } from '../../../contract/index.ts';
import { PageFrame } from '../kit/PageFrame.tsx';
import { saveAs } from '../kit/save-as.ts';
import { useCall } from '../kit/use-call.ts';
import { useLoaded } from '../kit/use-loaded.ts';
import { useDates, useText } from '../kit/use-text.ts';

/** Links open in a new window, so that a reader of the tray can follow them without losing the page. */
const asDocument = (html: string) => `<!doctype html><base target="_blank"><meta charset="utf-8">${html}`;

const withLinks = (text: string) => text.split(/(https?:\/\/\S+)/g);

/** One message as its reader sees it. HTML is shown in a frame without any rights. */
export function MailMessage() {
  const t = useText('core');
  const { dateTime } = useDates();
  const { id = '' } = useParams();
  const call = useCall();
  const { get } = useFetchClient();
  const { value: mail, error } = useLoaded(() => call(getMail, { params: { id } }), [id]);

  const download = async () => {
    const { data } = await get(downloadMail.path.replace(':id', id), { responseType: 'blob' });
    saveAs(data instanceof Blob ? data : new Blob([data]), `${id}.eml`);
  };

  return (
    <PageFrame
      title={mail?.subject ?? t('mails.message')}
      subtitle={mail ? `${mail.recipient} · ${dateTime(mail.madeAt)} · ${t(`mails.state.${mail.state}`)}` : ''}
      permission={CORE_PERMISSIONS.mails}
      navigationAction={<BackButton />}
      primaryAction={
        <Button startIcon={<Download />} variant="secondary" onClick={() => void download()}>
          {t('mails.download')}
        </Button>
      }
      error={error}
    >
      {mail ? (
        <Flex direction="column" alignItems="stretch" gap={6}>
          {mail.html ? (
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={2}>
              <iframe
                title={mail.subject}
                sandbox="allow-popups"
                srcDoc={asDocument(mail.html)}
                style={{ inlineSize: '100%', blockSize: '28rem', border: 0, background: 'white' }}
              />
            </Box>
          ) : null}
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
            <Typography tag="pre" style={{ whiteSpace: 'pre-wrap', fontFamily: 'inherit' }}>
              {withLinks(mail.text).map((part, at) =>
                part.startsWith('http') ? (
                  <a key={`${at}-${part}`} href={part} target="_blank" rel="noreferrer">
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </Typography>
          </Box>
        </Flex>
      ) : (
        <Loader />
      )}
    </PageFrame>
  );
}
