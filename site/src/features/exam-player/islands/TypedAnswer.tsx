import type { ItemResponse, PaperItem } from '@lyceum/exams/contract';
import { directionOf } from '../../../i18n/direction.ts';
import { typedOf } from '../response.ts';
import { useTexts } from '../texts.ts';

type Props = {
  item: PaperItem;
  response: ItemResponse | null;
  open: boolean;
  onResponse: (item: number, response: ItemResponse | null) => void;
};

const MOST = { number: 100, text: 2_000 };

/** A number with its unit, or a short text. Kept as typed; an empty field is no answer. */
export function TypedAnswer({ item, response, open, onResponse }: Props) {
  const { t } = useTexts();
  const isNumber = item.type === 'number';
  const id = `answer-${item.item}`;
  const take = (value: string) => onResponse(item.item, value === '' ? null : isNumber ? { number: value } : { text: value });
  return (
    <div className="field typed-answer">
      <label htmlFor={id}>
        {t('exam:player.yourAnswer')}
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
          aria-describedby={isNumber ? `q${item.item}-stem ${id}-hint` : `q${item.item}-stem`}
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
          {t('exam:player.numberHint')}
        </p>
      )}
    </div>
  );
}
