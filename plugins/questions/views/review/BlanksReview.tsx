import type { RightGap, ViewGap } from '../../contract/index.ts';
import { gapsIn } from '../blanks/Blanks.tsx';
import { useViewTexts } from '../context.tsx';
import { Text } from '../html/Text.tsx';
import { gapsOf } from '../response.ts';
import type { ViewTexts } from '../texts/texts.ts';
import { directionOf, type ViewItem } from '../types.ts';
import { gapMark } from './marks.ts';
import type { ReviewProps } from './Review.tsx';
import { Line } from './Said.tsx';

/** What was given in a gap, or is right there: words, a number, or the option of that id. */
function GapText({ text, gap, item }: { text: string; gap: ViewGap; item: ViewItem }) {
  const option = gap.options?.find(({ id }) => id === text);
  if (option !== undefined) return <Text as="span" lang={item.lang} html={option.html} item={item.item} />;
  return (
    <bdi lang={item.lang} dir={gap.kind === 'number' ? 'ltr' : directionOf(item.lang)}>
      {text}
    </bdi>
  );
}

function rightTexts(right: RightGap, { t, number }: ViewTexts): readonly string[] {
  if ('selected' in right) return right.selected;
  if ('accepted' in right) return right.accepted;
  const value = number(right.number, 10);
  return [right.tolerance === 0 ? value : t('within', { value, tolerance: number(right.tolerance, 10) })];
}

/** Each gap with what was given and what is right. */
export function BlanksReview({ item, response, right, ratio, isKeyOnly = false }: ReviewProps) {
  const texts = useViewTexts();
  const { t } = texts;
  if (!('gaps' in right)) return null;
  const given = gapsOf(response);
  return (
    <ul className="answers" dir={directionOf(item.lang)} aria-label={t('answersTo', { number: item.item })}>
      {gapsIn(item).map((gap) => {
        const key = right.gaps[gap.id];
        const text = given[gap.id] ?? '';
        const mark = key === undefined || isKeyOnly ? null : gapMark(text, key, ratio);
        const [first = '', ...others] = key === undefined ? [] : rightTexts(key, texts);
        return (
          <Line
            key={gap.id}
            mark={isKeyOnly ? 'right' : mark}
            label={gap.id}
            said={
              isKeyOnly
                ? t('rightAnswer')
                : mark === null
                  ? t('noAnswer')
                  : t(mark === 'right' ? 'yourRightAnswer' : 'yourAnswer')
            }
          >
            <span className="given">
              {text !== '' && !isKeyOnly && <GapText text={text} gap={gap} item={item} />}
              {mark !== 'right' && (
                <span className="given-right">
                  {!isKeyOnly && <span className="soft small">{t('rightAnswer')}: </span>}
                  <GapText text={first} gap={gap} item={item} />
                </span>
              )}
              {others.length > 0 && !('selected' in (key ?? {})) && (
                <span className="small soft">{t('alsoAccepted', { list: others.join(t('comma')) })}</span>
              )}
            </span>
          </Line>
        );
      })}
    </ul>
  );
}
