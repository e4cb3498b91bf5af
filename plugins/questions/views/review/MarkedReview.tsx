import { useViewTexts } from '../context.tsx';
import { Text } from '../html/Text.tsx';
import { isAnswer, recordingOf, typedOf } from '../response.ts';
import { directionOf } from '../types.ts';
import type { ReviewProps } from './Review.tsx';

/** What a person marks: the text or the recording that was handed in, and an answer that would earn all points. */
export function MarkedReview({ item, response, right, ratio, isKeyOnly = false }: ReviewProps) {
  const { t } = useViewTexts();
  const text = typedOf(response);
  const recording = recordingOf(response);
  const own = { lang: item.lang, dir: directionOf(item.lang) };
  const model = 'modelAnswerHtml' in right ? right.modelAnswerHtml : null;
  return (
    <>
      {!isKeyOnly && isAnswer(response) && (
        <section className="marked-answer">
          <h3 className="review-part">{t('yourAnswer')}</h3>
          {recording === null ? (
            <p className="written" {...own}>
              {text}
            </p>
          ) : (
            // The page puts a player here.
            <p data-recording={recording} data-item={item.item}>
              {t('recordingGiven')}
            </p>
          )}
          {ratio === null && <p className="waiting">{t('waiting')}</p>}
        </section>
      )}
      {model !== null && (
        <section>
          <h3 className="review-part">{t('modelAnswer')}</h3>
          <Text className="prose" {...own} html={model} item={item.item} />
        </section>
      )}
    </>
  );
}
