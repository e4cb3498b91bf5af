import { useViewTexts } from '../context.tsx';
import { Text } from '../html/Text.tsx';
import { optionLabel } from '../option-label.ts';
import { directionOf } from '../types.ts';
import { markOf } from './marks.ts';
import type { ReviewProps } from './Review.tsx';
import { Line } from './Said.tsx';

const SAID = {
  chosenRight: { mark: 'right', text: 'yourRightAnswer' },
  chosenWrong: { mark: 'wrong', text: 'yourAnswer' },
  missed: { mark: 'right', text: 'missed' },
  right: { mark: 'right', text: 'rightAnswer' },
} as const;

/** The options in the attempt's order. */
export function ChoicesReview({ item, response, right }: ReviewProps) {
  const { t } = useViewTexts();
  return (
    <ul
      className={item.type === 'multiple-choice' ? 'answers several' : 'answers'}
      dir={directionOf(item.lang)}
      aria-label={t('answersTo', { number: item.item })}
    >
      {item.options.map((option, index) => {
        const mark = markOf(option.id, { type: item.type, response, right });
        const said = mark === 'none' ? undefined : SAID[mark];
        return (
          <Line
            key={option.id}
            mark={said?.mark ?? null}
            label={optionLabel(index, item.lang)}
            said={said === undefined ? undefined : t(said.text)}
          >
            <Text as="span" lang={item.lang} html={option.html} item={item.item} />
          </Line>
        );
      })}
    </ul>
  );
}
