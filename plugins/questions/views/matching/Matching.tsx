import { useViewTexts } from '../context.tsx';
import { useDrag } from '../drag/use-drag.ts';
import { isRich, textOf } from '../html/parse.ts';
import { Text } from '../html/Text.tsx';
import { GripIcon } from '../icons.tsx';
import { optionLabel } from '../option-label.ts';
import { matchPair, pairsOf } from '../response.ts';
import { type AnswerProps, directionOf, stemIdOf, type ViewItem, type ViewOption } from '../types.ts';

export const promptsIn = ({ details }: Pick<ViewItem, 'details'>): readonly ViewOption[] =>
  details !== null && 'prompts' in details ? details.prompts : [];

/** How an option is called in a list: its letter and its words. */
const nameOf = (item: ViewItem, index: number) => {
  const words = textOf(item.options[index]?.html ?? '');
  return `${optionLabel(index, item.lang)} · ${words.length > 80 ? `${words.slice(0, 79)}…` : words}`;
};

/** Each line gets one of the options: by its list, which keyboard, touch and screen readers know, or by dragging one there. */
export function Matching({ item, response, open, onResponse }: AnswerProps) {
  const { t } = useViewTexts();
  const pairs = pairsOf(response);
  const match = (prompt: string, option: string) => onResponse(matchPair(response, prompt, option));
  const drag = useDrag({ open, onDrop: (option, prompt) => match(prompt, option) });
  const own = { lang: item.lang, dir: directionOf(item.lang) };
  const id = `answer-${item.item}`;
  return (
    <fieldset className="matching" data-drag-area aria-describedby={`${stemIdOf(item)} ${id}-hint`}>
      <legend className="unseen">{t('answersTo', { number: item.item })}</legend>
      {open && (
        <p className="hint" id={`${id}-hint`}>
          {t('matchHint')}
        </p>
      )}
      <ul className="prompts" {...own}>
        {promptsIn(item).map((prompt) => {
          const chosen = item.options.find((option) => option.id === pairs[prompt.id]);
          return (
            <li key={prompt.id} data-drop={prompt.id} data-over={drag.over === prompt.id || undefined}>
              <Text as="span" html={prompt.html} item={item.item} />
              <span className="matched">
                <select
                  className="input"
                  aria-label={t('matchFor', { prompt: textOf(prompt.html) })}
                  disabled={!open}
                  value={chosen?.id ?? ''}
                  onChange={(event) => match(prompt.id, event.target.value)}
                >
                  <option value="">{t('matchChoose')}</option>
                  {item.options.map((option, index) => (
                    <option key={option.id} value={option.id}>
                      {nameOf(item, index)}
                    </option>
                  ))}
                </select>
                {chosen && isRich(chosen.html) && <Text as="span" className="matched-html" html={chosen.html} item={item.item} />}
              </span>
            </li>
          );
        })}
      </ul>
      <ul className="lettered" aria-label={t('matchOptions')} {...own}>
        {item.options.map((option, index) => (
          <li
            key={option.id}
            data-held={drag.held === option.id || undefined}
            data-used={Object.values(pairs).includes(option.id) || undefined}
          >
            <span className="key">{optionLabel(index, item.lang)}</span>
            <Text as="span" html={option.html} item={item.item} />
            {open && (
              <span className="grip" title={t('matchDrag', { name: optionLabel(index, item.lang) })} {...drag.handle(option.id)}>
                <GripIcon />
              </span>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
