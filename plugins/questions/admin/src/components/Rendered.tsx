import { Box } from '@strapi/design-system';
import './rendered.css';

/**
 * Text as a learner sees it. The HTML comes from the server's one renderer, which lets only its own tags through
 * and is tested against markup that hides scripts.
 */
export function Rendered({ html, isInline = false }: { html: string; isInline?: boolean }) {
  return (
    <Box
      className="lyceum-rendered"
      dir="auto"
      tag={isInline ? 'span' : 'div'}
      color="neutral800"
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
