import { Notice, useText } from '@lyceum/core/admin';
import { Typography } from '@strapi/design-system';
import type { SetDraft } from './set-draft.ts';

type Props = { counted: { asked: number; published: number } | null; kind: SetDraft['kind'] };

/** How many published questions the set has now, and a warning when they are fewer than asked for. */
export function SetFiguresNote({ counted, kind }: Props) {
  const t = useText('questions');
  if (counted === null || counted.asked === 0) return null;
  const { asked, published } = counted;
  const text = t(kind === 'fixed' ? 'sets.fixed-now' : 'sets.rule-now', { published, asked });
  return published < asked ? (
    <Notice tone="warning" title={text}>
      <Typography>{t(kind === 'fixed' ? 'sets.fixed-few' : 'sets.rule-few')}</Typography>
    </Notice>
  ) : (
    <Typography role="status">{text}</Typography>
  );
}
