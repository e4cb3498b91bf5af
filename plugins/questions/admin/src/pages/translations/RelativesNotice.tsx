import { Notice, useText } from '@lyceum/core/admin';
import { Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { Question } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';
import { useRelatives } from './use-relatives.ts';

const To = ({ documentId, code }: { documentId: string; code: string }) => (
  <TextLink tag={Link} to={`${HOME}/bank/${documentId}`}>
    <bdi>{code}</bdi>
  </TextLink>
);

/** Above the form: what a question was copied from, and which one it translates. */
export function RelativesNotice({ stored }: { stored: Pick<Question, 'documentId' | 'updatedAt' | 'language'> }) {
  const t = useText('questions');
  // Without it the form works as well; what cannot be loaded is left out.
  const { value } = useRelatives(stored.documentId, stored.updatedAt);
  if (!value || (value.origin === null && !value.isTranslation)) return null;
  const { origin, main, isTranslation } = value;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={4}>
      {origin ? (
        <Flex role="note" gap={2} wrap="wrap">
          <Typography textColor="neutral600">{t('relatives.copied-from')}</Typography>
          {origin.code === null ? (
            <Typography textColor="neutral600">{t('relatives.origin-hidden')}</Typography>
          ) : (
            <To documentId={origin.documentId} code={origin.code} />
          )}
        </Flex>
      ) : null}
      {isTranslation && main === null ? <Notice tone="warning" title={t('relatives.main-hidden')} /> : null}
      {main ? (
        <Notice
          tone={main.status === 'published' ? 'info' : 'warning'}
          title={t('relatives.translates', { language: t(`language.${main.language}`) })}
          action={<To documentId={main.documentId} code={main.code} />}
        >
          <Typography>
            {t(main.status === 'published' ? 'relatives.not-drawn-itself' : 'relatives.main-not-published')}
          </Typography>
        </Notice>
      ) : null}
    </Flex>
  );
}
