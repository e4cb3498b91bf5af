import { useText } from '@lyceum/core/admin';
import { Alert, Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { CheckReport, ExamInput } from '../../../contract/index.ts';

type Drawn = CheckReport['drawn'];

/** Topics down, difficulties across: what one drawn paper looks like. */
function DrawnTable({ drawn }: { drawn: Drawn }) {
  const t = useText('exams');
  const difficulties = [...new Set(drawn.map((one) => one.difficulty))].sort((a, b) => a - b);
  const topics = [...new Map(drawn.map((one) => [one.topic, one.topicName])).entries()];
  const at = (topic: string, difficulty: number) =>
    drawn.find((one) => one.topic === topic && one.difficulty === difficulty)?.count ?? 0;
  const sum = (topic: string) => drawn.filter((one) => one.topic === topic).reduce((total, one) => total + one.count, 0);
  return (
    <Table colCount={difficulties.length + 2} rowCount={topics.length + 1}>
      <Thead>
        <Tr>
          <Th>
            <Typography variant="sigma">{t('check.topic')}</Typography>
          </Th>
          {difficulties.map((difficulty) => (
            <Th key={difficulty}>
              <Typography variant="sigma">{t('check.difficulty', { difficulty })}</Typography>
            </Th>
          ))}
          <Th>
            <Typography variant="sigma">{t('check.sum')}</Typography>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {topics.map(([topic, name]) => (
          <Tr key={topic}>
            <Td>
              <Typography>{name}</Typography>
            </Td>
            {difficulties.map((difficulty) => (
              <Td key={difficulty}>
                <Typography>{at(topic, difficulty) || '·'}</Typography>
              </Td>
            ))}
            <Td>
              <Typography fontWeight="bold">{sum(topic)}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** What publishing would meet: obstacles, warnings, and one drawn paper [E-03]. */
export function CheckPanel({ report, exam }: { report: CheckReport; exam: ExamInput }) {
  const t = useText('exams');
  const sectionName = (id: string | null) => {
    const at = exam.sections.findIndex((section) => section.id === id);
    return at < 0 ? '' : ` (${exam.sections[at]?.title || t('section.nth', { place: at + 1 })})`;
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Alert
        variant={report.publishable ? 'success' : 'danger'}
        title={report.publishable ? t('check.well') : t('check.not-yet')}
        closeLabel="×"
      >
        {t('check.size', {
          items: report.itemCount,
          points: report.pointsMin === report.pointsMax ? String(report.pointsMin) : `${report.pointsMin}–${report.pointsMax}`,
        })}
      </Alert>
      {report.findings.map((finding) => (
        <Alert
          key={`${finding.code}-${finding.sectionId}-${finding.ruleId}`}
          variant={finding.blocking ? 'danger' : 'warning'}
          title={finding.blocking ? t('check.obstacle') : t('check.warning')}
          closeLabel="×"
        >
          {`${t(`finding.${finding.code}`)}${sectionName(finding.sectionId)}`}
        </Alert>
      ))}
      {report.drawn.length > 0 ? (
        <Box>
          <Typography variant="delta" tag="h3">
            {t('check.drawn')}
          </Typography>
          <Box paddingTop={3}>
            <DrawnTable drawn={report.drawn} />
          </Box>
        </Box>
      ) : null}
    </Flex>
  );
}
