import { useText } from '@lyceum/core/admin';
import { Badge, Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Check, Cross, Pencil } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { QuestionInput, Topic } from '../../../../contract/index.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { Messages } from '../../components/Messages.tsx';
import { HOME } from '../../plugin-id.ts';
import { isComplete, type Proposal } from './proposals.ts';

export type ProposalCardProps = {
  item: Proposal;
  number: number;
  topics: readonly Topic[];
  isBusy: boolean;
  onAccept(): void;
  onReject(): void;
  onReopen(): void;
  onEdit(): void;
};

const STATE_COLOURS = { open: 'neutral', accepted: 'success', rejected: 'neutral', refused: 'danger' } as const;

/** Options with a mark at the right ones, or the right answer in the words of the key. */
function Answer({ question }: { question: QuestionInput }) {
  const t = useText('questions');
  const { key, options } = question;
  const correct: readonly string[] = 'correct' in key ? key.correct : [];
  if (options.length === 0) {
    const words =
      'accepted' in key ? key.accepted.join(' / ') : 'tolerance' in key ? `${key.value} ± ${key.tolerance}` : correct.join(', ');
    return words === '' ? null : <Typography>{t('format.answer', { answer: words })}</Typography>;
  }
  return (
    <Box tag="ol" style={{ listStyle: 'upper-alpha', paddingInlineStart: '2.4rem' }}>
      {options.map(({ id, text }) => (
        <li key={id}>
          <Typography fontWeight={correct.includes(id) ? 'bold' : 'regular'} dir="auto">
            {text} {correct.includes(id) ? <Badge active>{t('format.right')}</Badge> : null}
          </Typography>
        </li>
      ))}
    </Box>
  );
}

/** What was pasted beside what became of it, and the decision about it. */
export function ProposalCard({ item, number, topics, isBusy, onAccept, onReject, onReopen, onEdit }: ProposalCardProps) {
  const t = useText('questions');
  const difficulty = useDifficultyLabel();
  const { proposal, state } = item;
  const topic = topics.find(({ documentId }) => documentId === proposal?.topic);
  const isOpen = state === 'open' || state === 'refused';
  return (
    <Box
      tag="article"
      aria-label={t('format.card', { number })}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      style={{ opacity: state === 'rejected' ? 0.6 : 1 }}
    >
      <Grid.Root gap={5}>
        <Grid.Item col={5} s={12} xs={12} direction="column" alignItems="stretch" gap={2}>
          <Typography variant="sigma" textColor="neutral600">
            {t('format.original')}
          </Typography>
          <Box
            tag="pre"
            dir="auto"
            background="neutral100"
            hasRadius
            padding={3}
            style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '1.3rem', margin: 0 }}
          >
            {item.original === '' ? t('format.no-lines') : item.original}
          </Box>
        </Grid.Item>
        <Grid.Item col={7} s={12} xs={12} direction="column" alignItems="stretch" gap={3}>
          <Flex justifyContent="space-between" gap={2} wrap="wrap">
            <Typography variant="sigma" textColor="neutral600">
              {t('format.proposal')}
            </Typography>
            <Badge textColor={`${STATE_COLOURS[state]}600`}>{t(`format.state-${state}`)}</Badge>
          </Flex>
          {proposal === null ? (
            <Typography textColor="neutral600">{t('format.not-understood')}</Typography>
          ) : (
            <>
              <Flex gap={2} wrap="wrap">
                <Badge>{t(`type.${proposal.type}`)}</Badge>
                <Badge>{topic?.path ?? t('format.no-topic')}</Badge>
                <Badge>{difficulty(proposal.difficulty)}</Badge>
              </Flex>
              <Typography dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {proposal.stem}
              </Typography>
              <Answer question={proposal} />
              {proposal.explanation ? (
                <Typography variant="pi" textColor="neutral600" dir="auto">
                  {proposal.explanation}
                </Typography>
              ) : null}
            </>
          )}
          <Messages messages={item.messages} />
          {item.reasons.map(({ field, message }) => (
            <Typography key={field + message} role="alert" variant="pi" textColor="danger600">
              {message}
            </Typography>
          ))}
          {proposal === null ? null : (
            <Flex gap={2} wrap="wrap" paddingTop={2}>
              {isOpen ? (
                <>
                  <Button size="S" startIcon={<Check />} disabled={isBusy || !isComplete(item)} onClick={onAccept}>
                    {t('format.accept')}
                  </Button>
                  <Button size="S" variant="secondary" startIcon={<Pencil />} disabled={isBusy} onClick={onEdit}>
                    {t('format.edit')}
                  </Button>
                  <Button size="S" variant="tertiary" startIcon={<Cross />} disabled={isBusy} onClick={onReject}>
                    {t('format.reject')}
                  </Button>
                </>
              ) : null}
              {state === 'rejected' ? (
                <Button size="S" variant="tertiary" onClick={onReopen}>
                  {t('format.reopen')}
                </Button>
              ) : null}
              {item.documentId ? (
                <Button size="S" variant="tertiary" tag={Link} to={`${HOME}/bank/${item.documentId}`}>
                  {t('format.open')}
                </Button>
              ) : null}
            </Flex>
          )}
        </Grid.Item>
      </Grid.Root>
    </Box>
  );
}
