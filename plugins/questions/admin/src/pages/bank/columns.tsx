import type { ListColumn, Text } from '@lyceum/core/admin';
import { Badge, Flex, Typography } from '@strapi/design-system';
import { DEFAULT_COLUMNS, LIST_COLUMNS, type ListColumnKey, type QuestionRow } from '../../../../contract/index.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { Marked } from './Marked.tsx';

export type ColumnWords = {
  t: Text;
  difficultyLabel(difficulty: number): string;
  dateTime(iso: string | null): string;
  number(value: number): string;
  percent(ratio: number): string;
  nameOf(kind: 'examType' | 'skill', id: string): string;
};

const NOTHING = '–';

function Code({ row, t }: { row: QuestionRow; t: Text }) {
  return (
    <Flex direction="column" alignItems="start" gap={1}>
      <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
        {row.code}
      </Typography>
      {row.mayChange ? row.isShared ? <Badge>{t('list.shared')}</Badge> : null : <Badge>{t('list.read-only')}</Badge>}
    </Flex>
  );
}

/** The first line of the stem; where the words searched for stand elsewhere, that passage below it. */
function Stem({ row, t }: { row: QuestionRow; t: Text }) {
  return (
    <div className="bank-stem" dir="auto" title={row.stemStart}>
      <Typography tag="p" className="bank-line">
        {row.stemStart === '' ? NOTHING : <Marked text={row.stemStart} marks={row.stemMarks} />}
      </Typography>
      {row.found ? (
        <Typography tag="p" variant="pi" textColor="neutral600" className="bank-line">
          {`${t(`found.${row.found.field}`)}: `}
          <Marked text={row.found.text} marks={row.found.marks} />
        </Typography>
      ) : null}
    </div>
  );
}

const plain = (text: string) => <Typography>{text === '' ? NOTHING : text}</Typography>;

const CELLS: Record<ListColumnKey, (row: QuestionRow, words: ColumnWords) => React.ReactNode> = {
  code: (row, { t }) => <Code row={row} t={t} />,
  stem: (row, { t }) => <Stem row={row} t={t} />,
  type: (row, { t }) => plain(t(`type.${row.type}`)),
  topic: (row) => (
    <Typography className="bank-topic" title={row.topic?.path ?? ''} dir="auto">
      {row.topic?.path ?? NOTHING}
    </Typography>
  ),
  difficulty: (row, { difficultyLabel }) => plain(difficultyLabel(row.difficulty)),
  examTypes: (row, { nameOf }) => plain(row.examTypes.map((id) => nameOf('examType', id)).join(', ')),
  skill: (row, { nameOf }) => plain(row.skill === null ? '' : nameOf('skill', row.skill)),
  tags: (row) => plain(row.tags.join(', ')),
  language: (row, { t }) => plain(t(`language.${row.language}`)),
  status: (row) => <StatusBadge status={row.status} modified={row.modified} />,
  version: (row, { number }) => plain(row.version === 0 ? '' : number(row.version)),
  updatedAt: (row, { dateTime }) => <Typography className="bank-short">{dateTime(row.updatedAt)}</Typography>,
  updatedBy: (row, { dateTime }) => (
    <Flex direction="column" alignItems="start">
      <Typography dir="auto">{row.updatedBy ?? NOTHING}</Typography>
      <Typography variant="pi" textColor="neutral600" className="bank-short">
        {dateTime(row.updatedAt)}
      </Typography>
    </Flex>
  ),
  owner: (row) => plain(row.owner ?? ''),
  licence: (row) => plain(row.licence ?? ''),
  timesUsed: (row, { number, t, dateTime }) => (
    <Typography title={row.lastUsedAt ? t('list.last-used', { at: dateTime(row.lastUsedAt) }) : t('list.counted-nightly')}>
      {number(row.timesUsed)}
    </Typography>
  ),
  shareCorrect: (row, { percent }) => plain(row.shareCorrect === null ? '' : percent(row.shareCorrect)),
};

const SORTS: Partial<Record<ListColumnKey, string>> = {
  code: 'code',
  difficulty: 'difficulty',
  updatedAt: 'updatedAt',
  updatedBy: 'updatedAt',
  timesUsed: 'timesUsed',
};

const WIDE: readonly ListColumnKey[] = ['stem', 'topic', 'examTypes', 'tags'];

/** Columns of the bank [Q-01]. */
export const bankColumns = (words: ColumnWords): readonly ListColumn<QuestionRow>[] =>
  LIST_COLUMNS.map((key) => {
    const sort = SORTS[key];
    return {
      key,
      header: words.t(`column.${key}`),
      cell: (row) => CELLS[key](row, words),
      isWide: WIDE.includes(key),
      isExtra: !DEFAULT_COLUMNS.includes(key),
      ...(sort ? { sort } : {}),
    };
  });
