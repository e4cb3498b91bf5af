import { useViewTexts } from '../context.tsx';
import { typedOf } from '../response.ts';
import { type AnswerProps, directionOf, stemIdOf } from '../types.ts';

const MOST = { number: 60, text: 1_000 };

/** A number with its unit, or a short text. Kept as typed; an empty field is no answer. */
export function TypedAnswer({ item, response, open, onResponse }: AnswerProps) {
  const { t } = useViewTexts();
  const isNumber = item.type === 'number';
  const id = `answer-${item.item}`;
  const take = (value: string) => onResponse(value === '' ? null : isNumber ? { number: value } : { text: value });
  return (
    <div className="field typed-answer">
      <label htmlFor={id}>
        {t('yourAnswer')}
        {item.unit !== null && <span className="unseen"> ({item.unit})</span>}
      </label>
      <div className="typed-line">
        <input
          className={isNumber ? 'input number' : 'input'}
          id={id}
          type="text"
          inputMode={isNumber ? 'decimal' : 'text'}
          lang={item.lang}
          dir={isNumber ? 'ltr' : directionOf(item.lang)}
          maxLength={isNumber ? MOST.number : MOST.text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          readOnly={!open}
          aria-describedby={isNumber ? `${stemIdOf(item)} ${id}-hint` : stemIdOf(item)}
          value={typedOf(response)}
          onChange={(event) => take(event.target.value)}
        />
        {item.unit !== null && (
          <span className="ltr" aria-hidden="true">
            {item.unit}
          </span>
        )}
      </div>
      {isNumber && (
        <p className="hint" id={`${id}-hint`}>
          {t('numberHint')}
        </p>
      )}
    </div>
  );
}
