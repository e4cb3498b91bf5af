import { useViewTexts } from '../context.tsx';
import { CheckIcon, CrossIcon, InfoIcon } from '../icons.tsx';
import { typedOf } from '../response.ts';
import { directionOf } from '../types.ts';
import type { ReviewProps } from './Review.tsx';
import { Line } from './Said.tsx';

/** A typed answer beside the right one. */
export function TypedReview({ item, response, right, ratio, isKeyOnly = false }: ReviewProps) {
  const { t, number } = useViewTexts();
  const typed = typedOf(response).trim();
  const unit = item.unit === null ? '' : ` ${item.unit}`;
  const accepted = 'accepted' in right ? right.accepted : [];
  const exact = (value: number) => number(value, 10) + unit;
  const isNumber = 'number' in right;
  const rightText = !isNumber
    ? (accepted[0] ?? '')
    : right.tolerance === 0
      ? exact(right.number)
      : t('within', { value: exact(right.number), tolerance: exact(right.tolerance) });
  const mark = typed === '' || ratio === null ? null : ratio >= 1 ? 'right' : 'wrong';
  const direction = isNumber ? 'ltr' : directionOf(item.lang);
  return (
    <>
      <ul className="answers" aria-label={t('answersTo', { number: item.item })}>
        {typed !== '' && (
          <Line
            mark={mark}
            label={mark === 'right' ? <CheckIcon /> : mark === 'wrong' ? <CrossIcon /> : <InfoIcon />}
            said={t(mark === 'right' ? 'yourRightAnswer' : 'yourAnswer')}
          >
            <bdi lang={item.lang} dir={direction}>
              {typed}
              {unit}
            </bdi>
          </Line>
        )}
        {(mark !== 'right' || isKeyOnly) && (
          <Line mark="right" label={<CheckIcon />} said={t('rightAnswer')}>
            <bdi lang={item.lang} dir={isNumber && right.tolerance !== 0 ? 'auto' : direction}>
              {rightText}
            </bdi>
          </Line>
        )}
      </ul>
      {accepted.length > 1 && <p className="small soft">{t('alsoAccepted', { list: accepted.slice(1).join(t('comma')) })}</p>}
    </>
  );
}
