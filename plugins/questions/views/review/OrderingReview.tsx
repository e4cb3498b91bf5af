import { useViewTexts } from '../context.tsx';
import { Text } from '../html/Text.tsx';
import { directionOf } from '../types.ts';
import { placeMark } from './marks.ts';
import type { ReviewProps } from './Review.tsx';
import { Line } from './Said.tsx';

/** The order that was given, each line marked at its place, and the right one below where they differ. */
export function OrderingReview({ item, response, right, isKeyOnly = false }: ReviewProps) {
  const { t } = useViewTexts();
  if (!('order' in right)) return null;
  const given = response !== null && 'order' in response && !isKeyOnly ? response.order : [];
  const htmlOf = (id: string) => item.options.find((option) => option.id === id)?.html ?? '';
  const differs = right.order.some((id, at) => given[at] !== id);
  const list = (order: readonly string[], label: string, marks: boolean) => (
    <ol className="answers" dir={directionOf(item.lang)} lang={item.lang} aria-label={label}>
      {order.map((id, at) => {
        const mark = marks ? placeMark(id, right.order[at]) : 'right';
        return (
          <Line
            key={id}
            mark={mark}
            label={at + 1}
            said={marks && mark === 'wrong' ? t('place', { number: right.order.indexOf(id) + 1 }) : undefined}
          >
            <Text as="span" html={htmlOf(id)} item={item.item} />
          </Line>
        );
      })}
    </ol>
  );
  return (
    <>
      {given.length > 0 && (
        <>
          <h3 className="review-part">{t('yourAnswer')}</h3>
          {list(given, t('yourAnswer'), true)}
        </>
      )}
      {differs && (
        <>
          <h3 className="review-part">{t('rightAnswer')}</h3>
          {list(right.order, t('rightAnswer'), false)}
        </>
      )}
    </>
  );
}
