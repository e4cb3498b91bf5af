import { useViewTexts } from '../context.tsx';
import { Text } from '../html/Text.tsx';
import { CheckIcon } from '../icons.tsx';
import { optionLabel } from '../option-label.ts';
import { choose, selectedOf } from '../response.ts';
import { type AnswerProps, directionOf, stemIdOf } from '../types.ts';

/** Options of a question: the whole row is the target; a round key for one answer, a square one for several. */
export function Choices({ item, response, open, onResponse }: AnswerProps) {
  const { t } = useViewTexts();
  const several = item.type === 'multiple-choice';
  const chosen = selectedOf(response);
  const order = item.options.map(({ id }) => id);
  return (
    <fieldset className={several ? 'answers several' : 'answers'} dir={directionOf(item.lang)} aria-describedby={stemIdOf(item)}>
      <legend className="unseen">{t('answersTo', { number: item.item })}</legend>
      {item.options.map((option, index) => (
        <label className="answer" key={option.id}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`answer-${item.item}`}
            value={option.id}
            checked={chosen.includes(option.id)}
            disabled={!open}
            aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            onChange={() => onResponse(choose(response, option.id, order, several))}
          />
          <span className="key">{optionLabel(index, item.lang)}</span>
          <Text as="span" lang={item.lang} html={option.html} item={item.item} />
          <span className="said own">
            <CheckIcon />
            <span>{t('yourAnswer')}</span>
          </span>
        </label>
      ))}
      {several && <p className="hint">{t('several')}</p>}
    </fieldset>
  );
}
