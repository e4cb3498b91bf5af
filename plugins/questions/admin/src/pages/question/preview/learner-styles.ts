import views from '@lyceum/questions/views.css?inline';
import base from '@lyceum/site/src/styles/base.css?inline';
import fonts from '@lyceum/site/src/styles/fonts.css?inline';
import layout from '@lyceum/site/src/styles/layout.css?inline';
import brand from '@lyceum/site/src/styles/parts/brand.css?inline';
import button from '@lyceum/site/src/styles/parts/button.css?inline';
import field from '@lyceum/site/src/styles/parts/field.css?inline';
import notice from '@lyceum/site/src/styles/parts/notice.css?inline';
import tokens from '@lyceum/site/src/styles/tokens.css?inline';

/** The frame is as high as what is in it, and says nothing of its own. */
const FRAME = `
  html { scrollbar-gutter: auto; overflow: hidden; }
  body { min-block-size: 0; padding: 1.25rem; background: var(--paper); }
  .preview-page { display: grid; gap: 1.25rem; max-inline-size: 44rem; margin-inline: auto; }
  .preview-page h3 { font-size: var(--step-2); margin-block-end: var(--space-2); }
`;

/** The very style sheets that learners get, in the order of the site. */
export const LEARNER_STYLES: readonly string[] = [tokens, fonts, base, layout, brand, button, field, notice, views, FRAME];
