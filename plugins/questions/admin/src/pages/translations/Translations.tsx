import { Notice, useCall, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { LOCALES, type Locale } from '@lyceum/core/contract';
import { Box, Button, EmptyStateLayout, Flex, Loader, Link as TextLink, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { type LanguageVersion, type Question, translateQuestion, WRITE } from '../../../../contract/index.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { HOME } from '../../plugin-id.ts';
import { useRelatives } from './use-relatives.ts';

type Stored = Pick<Question, 'documentId' | 'code' | 'language' | 'status' | 'version' | 'modified' | 'updatedAt'>;

function Version({ version, self, isMain }: { version: LanguageVersion; self: string; isMain: boolean }) {
  const t = useText('questions');
  return (
    <Flex
      tag="li"
      gap={4}
      wrap="wrap"
      paddingTop={3}
      paddingBottom={3}
      borderColor="neutral150"
      style={{ borderWidth: '0 0 1px' }}
    >
      <Box width="12rem">
        <Typography fontWeight="bold">{t(`language.${version.language}`)}</Typography>
      </Box>
      {version.documentId === self ? (
        <Typography aria-current="page">
          <bdi>{version.code}</bdi>
        </Typography>
      ) : (
        <TextLink tag={Link} to={`${HOME}/bank/${version.documentId}`}>
          <bdi>{version.code}</bdi>
        </TextLink>
      )}
      <StatusBadge status={version.status} modified={version.modified} />
      {isMain ? <Typography textColor="neutral600">{t('translations.main')}</Typography> : null}
    </Flex>
  );
}

/** The question in its languages, and a draft in a further one with a press. */
export function Translations({ stored }: { stored: Stored }) {
  const t = useText('questions');
  const call = useCall();
  const mayWrite = useMay()(WRITE);
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [adding, setAdding] = useState<Locale | null>(null);
  const { value, error, reload } = useRelatives(stored.documentId, stored.updatedAt);
  if (error) return <EmptyStateLayout content={problemText(error)} />;
  if (!value) return <Loader>{t('form.loading')}</Loader>;

  const main: LanguageVersion = value.main ?? stored;
  const languages = new Set([main, ...value.translations].map(({ language }) => language));
  const missing = LOCALES.filter((language) => !languages.has(language));
  const add = async (language: Locale) => {
    setAdding(language);
    try {
      const made = await call(translateQuestion, { params: { documentId: stored.documentId }, body: { language } });
      toggleNotification({ type: 'success', message: t('translations.made', { language: t(`language.${language}`) }) });
      navigate(`${HOME}/bank/${made.documentId}`);
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
      setAdding(null);
      reload();
    }
  };

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Typography tag="p" textColor="neutral600" paddingBottom={3}>
        {t('translations.explain')}
      </Typography>
      {main.status === 'archived' && value.translations.length > 0 ? (
        <Notice tone="warning" title={t('translations.main-archived')} />
      ) : null}
      <Box tag="ul" aria-label={t('translations.title')} style={{ listStyle: 'none' }}>
        {value.isTranslation && value.main === null ? null : <Version version={main} self={stored.documentId} isMain />}
        {value.translations.map((version) => (
          <Version key={version.documentId} version={version} self={stored.documentId} isMain={false} />
        ))}
      </Box>
      {mayWrite && value.mayTranslate ? (
        missing.length === 0 ? (
          <Typography tag="p" textColor="neutral600" paddingTop={4}>
            {t('translations.complete')}
          </Typography>
        ) : (
          <Flex gap={2} wrap="wrap" paddingTop={4}>
            {missing.map((language) => (
              <Button
                key={language}
                variant="secondary"
                startIcon={<Plus />}
                loading={adding === language}
                disabled={adding !== null}
                onClick={() => void add(language)}
              >
                {t('translations.add', { language: t(`language.${language}`) })}
              </Button>
            ))}
          </Flex>
        )
      ) : null}
    </Box>
  );
}
