import type { ItemResponse, PaperItem } from '@lyceum/exams/contract';
import { Check } from 'lucide-react';
import { directionOf } from '../../../i18n/direction.ts';
import { optionLabel } from '../keys/option-label.ts';
import { choose, selectedOf } from '../response.ts';
import { useTexts } from '../texts.ts';

type Props = {
  item: PaperItem;
  response: ItemResponse | null;
  open: boolean;
  onResponse: (item: number, response: ItemResponse | null) => void;
};

/** Options of a question: the whole row is the target; a round key for one answer, a square one for several. */
export function Choices({ item, response, open, onResponse }: Props) {
  const { t } = useTexts();
  const several = item.type === 'multiple-choice';
  const chosen = selectedOf(response);
  const order = item.options.map(({ id }) => id);
  return (
    <fieldset
      className={several ? 'answers several' : 'answers'}
      dir={directionOf(item.lang)}
      aria-describedby={`q${item.item}-stem`}
    >
      <legend className="unseen">{t('exam:player.answersTo', { number: item.item })}</legend>
      {item.options.map((option, index) => (
        <label className="answer" key={option.id}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`answer-${item.item}`}
            value={option.id}
            checked={chosen.includes(option.id)}
            disabled={!open}
            aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            onChange={() => onResponse(item.item, choose(response, option.id, order, several))}
          />
          <span className="key">{optionLabel(index, item.lang)}</span>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by core/render on the server */}
          <span lang={item.lang} dangerouslySetInnerHTML={{ __html: option.html }} />
          <span className="said own">
            <Check className="icon" aria-hidden="true" />
            <span>{t('exam:player.yourAnswer')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
