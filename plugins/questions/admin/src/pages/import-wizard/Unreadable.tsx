import { Notice, useProblemText, useText } from '@lyceum/core/admin';
import { Flex, Loader, Typography } from '@strapi/design-system';
import type { ImportFormat, SourceChoice } from '../../../../contract/index.ts';
import { SourceFields } from './SourceFields.tsx';

export type UnreadableProps = {
  error: Error;
  format: ImportFormat;
  source: SourceChoice;
  isReading: boolean;
  onChoose(source: SourceChoice): void;
};

/** The file cannot be read as it is: another encoding or delimiter may help, else a corrected file. */
export function Unreadable({ error, format, source, isReading, onChoose }: UnreadableProps) {
  const t = useText('questions');
  const problemText = useProblemText();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Notice tone="danger" title={problemText(error)} />
      <Typography>{t(format === 'csv' ? 'read.try-csv' : 'read.try-again')}</Typography>
      <SourceFields format={format} source={source} sheets={[]} isReading={isReading} onChoose={onChoose} />
      {isReading ? <Loader small>{t('read.reading')}</Loader> : null}
    </Flex>
  );
}
