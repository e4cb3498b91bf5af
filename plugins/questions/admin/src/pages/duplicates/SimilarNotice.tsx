import { Notice, useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import {
  Box,
  Button,
  Link as DesignLink,
  EmptyStateLayout,
  Flex,
  Loader,
  Modal,
  TextButton,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { compareWith, duplicatesOf, type QuestionInput, type SimilarQuestion } from '../../../../contract/index.ts';
import { useBankSettings } from '../../api/use-bank-settings.ts';
import { oneLine } from '../../components/one-line.ts';
import { HOME } from '../../plugin-id.ts';
import { Comparison } from './Comparison.tsx';
import { SideHead } from './SideHead.tsx';
import { useSimilar } from './use-similar.ts';

const MOST_NAMED = 3;

function CompareDialog({ question, other, onClose }: { question: QuestionInput; other: SimilarQuestion; onClose(): void }) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { value, error } = useLoaded(
    () => call(compareWith, { params: { documentId: other.documentId }, body: { question } }),
    [other.documentId],
  );
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content style={{ maxInlineSize: 'min(110rem, 96vw)', inlineSize: '96vw' }}>
        <Modal.Header>
          <Modal.Title>{t('similar.compare-title', { code: other.code, percent: other.percent })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error ? (
            <EmptyStateLayout content={problemText(error)} />
          ) : value ? (
            <Comparison
              fields={value.fields}
              left={{ name: t('similar.this'), head: <Typography fontWeight="bold">{t('similar.this')}</Typography> }}
              right={{ name: value.other.code, head: <SideHead side={value.other} /> }}
            />
          ) : (
            <Loader>{t('form.loading')}</Loader>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('similar.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Says while one writes that the bank holds such a question already, and shows both side by side. */
export function SimilarNotice({ question, documentId }: { question: QuestionInput; documentId: string | null }) {
  const t = useText('questions');
  const call = useCall();
  const shownFrom = useBankSettings().similarShownFrom;
  const matches = useSimilar(question, documentId).filter(({ percent, isExact }) => isExact || percent >= shownFrom);
  const [compared, setCompared] = useState<SimilarQuestion | null>(null);
  const known = useLoaded(
    async () => (documentId ? call(duplicatesOf, { params: { documentId: documentId as never } }) : null),
    [documentId],
  );
  const kept = known.value?.mergedInto ?? null;
  const [first] = matches;
  return (
    <>
      {kept ? (
        <Box paddingBottom={4}>
          <Notice
            tone="warning"
            title={t('similar.merged', { code: kept.code })}
            action={
              <DesignLink tag={Link} to={`${HOME}/bank/${kept.documentId}`}>
                {t('similar.open', { code: kept.code })}
              </DesignLink>
            }
          />
        </Box>
      ) : null}
      {first && !kept ? (
        <Box paddingBottom={4}>
          <Notice
            tone={first.isExact && documentId === null ? 'danger' : 'warning'}
            title={first.isExact ? t('similar.exact', { code: first.code }) : t('similar.title', { count: matches.length })}
          >
            <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
              {matches.slice(0, MOST_NAMED).map((match) => (
                <Flex tag="li" key={match.documentId} gap={3} paddingTop={1} alignItems="baseline">
                  <Typography fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>{`${match.percent} %`}</Typography>
                  <Typography dir="auto" ellipsis style={{ minInlineSize: 0 }}>
                    <bdi>{match.code}</bdi> · {oneLine(match.stemStart)}
                  </Typography>
                  <TextButton style={{ whiteSpace: 'nowrap' }} onClick={() => setCompared(match)}>
                    {t('similar.compare')}
                  </TextButton>
                </Flex>
              ))}
            </Box>
          </Notice>
        </Box>
      ) : null}
      {compared ? <CompareDialog question={question} other={compared} onClose={() => setCompared(null)} /> : null}
    </>
  );
}
