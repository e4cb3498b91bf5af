import { useText } from '@lyceum/core/admin';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { type CSSProperties, Fragment, type ReactNode, useState } from 'react';
import { useTheme } from 'styled-components';
import type { FieldComparison, Passage } from '../../../../contract/index.ts';
import { fieldText } from '../question/field-text.ts';
import { valueText } from './value-text.ts';
import './comparison.css';

export type ComparisonProps = {
  fields: readonly FieldComparison[];
  left: { name: string; head: ReactNode };
  right: { name: string; head: ReactNode };
};

function Side({ passages, name, field }: { passages: readonly Passage[]; name: string; field: string }) {
  const t = useText('questions');
  const [only] = passages;
  const isWhole = passages.length === 1 && only !== undefined;
  return (
    <div className="questions-comparison-side" data-side={name}>
      {passages.length === 0 ? (
        <Typography className="questions-comparison-empty">{t('compare.empty')}</Typography>
      ) : (
        <Typography tag="p" className="questions-comparison-text" dir="auto">
          {passages.map(({ text, isOwn }, at) => {
            const shown = isWhole ? valueText(t, field, text) : text;
            return isOwn ? <mark key={at}>{shown}</mark> : <Fragment key={at}>{shown}</Fragment>;
          })}
        </Typography>
      )}
    </div>
  );
}

/** Two questions, or two versions of one, side by side; what only one of them says is marked by colour and by a line below it. */
export function Comparison({ fields, left, right }: ComparisonProps) {
  const t = useText('questions');
  const { colors } = useTheme();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? fields : fields.filter(({ isSame, field }) => !isSame || field === 'stem');
  const style = {
    '--questions-comparison-line': colors.neutral150,
    '--questions-comparison-own': colors.warning200,
  } as CSSProperties;
  const isEqual = fields.every(({ isSame }) => isSame);
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow">
      <Flex justifyContent="space-between" wrap="wrap" gap={3} padding={4}>
        <Typography textColor="neutral600" aria-live="polite">
          {isEqual ? t('compare.equal') : t('compare.different', { count: fields.filter(({ isSame }) => !isSame).length })}
        </Typography>
        <Checkbox checked={showsAll} onCheckedChange={(is: boolean | 'indeterminate') => setShowsAll(is === true)}>
          {t('compare.all-fields')}
        </Checkbox>
      </Flex>
      <div className="questions-comparison" style={style}>
        <div className="questions-comparison-head" aria-hidden />
        <div className="questions-comparison-head">{left.head}</div>
        <div className="questions-comparison-head">{right.head}</div>
        {shown.map((row) => (
          <Fragment key={row.field}>
            <div>
              <Typography fontWeight="bold">{fieldText(t, row.field)}</Typography>
            </div>
            <Side passages={row.left} name={left.name} field={row.field} />
            <Side passages={row.right} name={right.name} field={row.field} />
          </Fragment>
        ))}
      </div>
    </Box>
  );
}
