import type { ViewGap } from '../../contract/index.ts';
import { useViewTexts } from '../context.tsx';
import { isRich } from '../html/parse.ts';
import { Text } from '../html/Text.tsx';
import { optionLabel } from '../option-label.ts';
import { type AnswerProps, directionOf, type ViewItem } from '../types.ts';

export const gapsIn = ({ details }: Pick<ViewItem, 'details'>): readonly ViewGap[] =>
  details !== null && 'gaps' in details ? details.gaps : [];

/** The fields stand in the stem; here only the choices that a list cannot show: formulas, pictures, sounds. */
export function Blanks({ item }: AnswerProps) {
  const { t } = useViewTexts();
  const rich = gapsIn(item).filter(({ options }) => options?.some(({ html }) => isRich(html)));
  if (rich.length === 0) return null;
  return (
    <div className="gap-choices" dir={directionOf(item.lang)} lang={item.lang}>
      {rich.map(({ id, options }) => (
        <section key={id} aria-label={t('gapChoices', { number: Number(id) })}>
          <h3>{t('gap', { number: Number(id) })}</h3>
          <ul className="lettered">
            {(options ?? []).map((option, index) => (
              <li key={option.id}>
                <span className="key">{optionLabel(index, item.lang)}</span>
                <Text as="span" html={option.html} item={item.item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
