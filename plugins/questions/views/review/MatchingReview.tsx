import { useViewTexts } from '../context.tsx';
import { Text } from '../html/Text.tsx';
import { promptsIn } from '../matching/Matching.tsx';
import { pairsOf } from '../response.ts';
import { directionOf } from '../types.ts';
import { placeMark } from './marks.ts';
import type { ReviewProps } from './Review.tsx';
import { Line } from './Said.tsx';

/** Each line with what was matched to it and what belongs there. */
export function MatchingReview({ item, response, right, isKeyOnly = false }: ReviewProps) {
  const { t } = useViewTexts();
  if (!('pairs' in right)) return null;
  const given = pairsOf(response);
  const htmlOf = (id: string | undefined) => item.options.find((option) => option.id === id)?.html;
  return (
    <ul className="answers" dir={directionOf(item.lang)} lang={item.lang} aria-label={t('answersTo', { number: item.item })}>
      {promptsIn(item).map((prompt, index) => {
        const own = htmlOf(given[prompt.id]);
        const belongs = htmlOf(right.pairs[prompt.id]) ?? '';
        const mark = isKeyOnly ? 'right' : placeMark(given[prompt.id], right.pairs[prompt.id]);
        return (
          <Line
            key={prompt.id}
            mark={mark}
            label={index + 1}
            said={isKeyOnly ? undefined : mark === null ? t('noAnswer') : t(mark === 'right' ? 'yourRightAnswer' : 'yourAnswer')}
          >
            <span className="given">
              <Text as="span" className="given-prompt" html={prompt.html} item={item.item} />
              {own !== undefined && !isKeyOnly && <Text as="span" html={own} item={item.item} />}
              {(mark !== 'right' || isKeyOnly) && (
                <span className="given-right">
                  {!isKeyOnly && <span className="soft small">{t('rightAnswer')}: </span>}
                  <Text as="span" html={belongs} item={item.item} />
                </span>
              )}
            </span>
          </Line>
        );
      })}
    </ul>
  );
}
