import { useViewTexts } from '../context.tsx';
import { countWords, typedOf } from '../response.ts';
import { type AnswerProps, directionOf, stemIdOf } from '../types.ts';
import { distance, limitsOf, wanted } from './word-limits.ts';

/** Most characters a long text may have. */
const MOST = 50_000;

/** A text of the learner's own, with its words counted against what is asked for; nothing is cut off. */
export function LongText({ item, response, open, onResponse }: AnswerProps) {
  const { t } = useViewTexts();
  const text = typedOf(response);
  const limits = limitsOf(item.details);
  const words = countWords(text);
  const asked = wanted(limits);
  const away = distance(words, limits);
  const id = `answer-${item.item}`;
  return (
    <div className="field long-text">
      <label htmlFor={id}>{t('yourAnswer')}</label>
      {asked && (
        <p className="hint" id={`${id}-hint`}>
          {t(asked.key, asked.values)}
        </p>
      )}
      <textarea
        className="input"
        id={id}
        rows={10}
        lang={item.lang}
        dir={directionOf(item.lang)}
        maxLength={MOST}
        readOnly={!open}
        aria-describedby={`${stemIdOf(item)} ${asked ? `${id}-hint ` : ''}${id}-words`}
        value={text}
        onChange={(event) => onResponse(event.target.value === '' ? null : { longText: event.target.value })}
      />
      <p className="words" id={`${id}-words`}>
        {t('words', { count: words })}
        {away && (
          <span className="words-away" data-over={away.isOver || undefined}>
            {t(away.key, away.values)}
          </span>
        )}
      </p>
    </div>
  );
}
