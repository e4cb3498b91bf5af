import type { HTMLAttributes } from 'react';
import { Clip } from '../clip/Clip.tsx';
import { useIsStatic } from '../context.tsx';
import { drawHtml, type Slot } from './Html.tsx';
import { hasSlots } from './parse.ts';

type Props = HTMLAttributes<HTMLElement> & {
  html: string;
  as?: 'div' | 'span';
  /** Number of the question, for sounds whose plays are counted. */
  item: number;
  /** Fills gaps; without it they stay empty. */
  fill?: Slot | undefined;
};

/** Rendered text; a sound in it becomes a player. */
export function Text({ html, as: Tag = 'div', item, fill, ...rest }: Props) {
  const isStatic = useIsStatic();
  if (!hasSlots(html)) return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
  const fillAll: Slot = (element) => {
    if (element.attributes.class === 'audio-clip' && !isStatic) return <Clip element={element} item={item} />;
    return fill?.(element);
  };
  return <Tag {...rest}>{drawHtml(html, fillAll)}</Tag>;
}
