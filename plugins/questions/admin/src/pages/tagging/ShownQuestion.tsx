import { Box } from '@strapi/design-system';
import type { PreviewItem, ViewOption } from '../../../../contract/index.ts';
import { Rendered } from '../../components/Rendered.tsx';

const List = ({ entries }: { entries: readonly ViewOption[] }) =>
  entries.length === 0 ? null : (
    <Box tag="ol" paddingTop={3} paddingLeft={6} style={{ listStyle: 'upper-alpha', fontSize: '1.5rem' }}>
      {entries.map(({ id, html }) => (
        <Box key={id} tag="li" color="neutral800">
          <Rendered html={html} />
        </Box>
      ))}
    </Box>
  );

/** The question to read: everything that is asked, and nothing to press. */
export function ShownQuestion({ item }: { item: PreviewItem }) {
  const { details } = item;
  return (
    <Box lang={item.lang}>
      <Rendered html={item.stemHtml} />
      {details !== null && 'prompts' in details ? <List entries={details.prompts} /> : null}
      <List entries={item.options} />
    </Box>
  );
}
