import type { ViewGap } from '../../contract/index.ts';
import { useViewTexts } from '../context.tsx';
import { isRich, textOf } from '../html/parse.ts';
import { optionLabel } from '../option-label.ts';
import { fillGap, gapsOf } from '../response.ts';
import { type AnswerProps, directionOf } from '../types.ts';

/** Longest text of one gap. */
const MOST = { text: 1_000, number: 60 };

/** A gap of a sentence: a field to type in, or a list to choose from; named by its number. */
export function GapField({ gap, item, response, open, onResponse }: AnswerProps & { gap: ViewGap }) {
  const { t } = useViewTexts();
  const value = gapsOf(response)[gap.id] ?? '';
  const name = t('gap', { number: Number(gap.id) });
  const take = (text: string) => onResponse(fillGap(response, gap.id, text));
  const shared = { id: `answer-${item.item}-gap-${gap.id}`, 'aria-label': name, lang: item.lang };

  if (gap.kind === 'choice') {
    return (
      <select
        {...shared}
        className="input gap-field"
        dir={directionOf(item.lang)}
        disabled={!open}
        value={value}
        onChange={(event) => take(event.target.value)}
      >
        <option value="">{t('gapChoose')}</option>
        {(gap.options ?? []).map(({ id, html }, index) => (
          <option key={id} value={id}>
            {isRich(html) ? `${optionLabel(index, item.lang)} · ${textOf(html)}` : textOf(html)}
          </option>
        ))}
      </select>
    );
  }
  const isNumber = gap.kind === 'number';
  return (
    <input
      {...shared}
      className="input gap-field"
      type="text"
      inputMode={isNumber ? 'decimal' : 'text'}
      dir={isNumber ? 'ltr' : directionOf(item.lang)}
      placeholder={gap.id}
      // Grows with what is typed where the browser cannot do that by itself.
      size={Math.min(30, Math.max(8, value.length + 1))}
      maxLength={isNumber ? MOST.number : MOST.text}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      readOnly={!open}
      value={value}
      onChange={(event) => take(event.target.value)}
    />
  );
}
