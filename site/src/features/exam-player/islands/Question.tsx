import type { ItemResponse, PaperItem } from '@lyceum/exams/contract';
import { Answer, Stem } from '@lyceum/questions/views';
import { isAnswer, isChoice } from '@lyceum/questions/views/response';
import { Eraser, Flag, ZoomIn } from 'lucide-react';
import { memo, type ReactNode, type Ref, useCallback } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Entry } from '../journal/journal.ts';
import { type StemFigure, splitStem } from '../stem.ts';
import { useTexts } from '../texts.ts';

export type QuestionProps = {
  item: PaperItem;
  entry: Entry;
  /** Questions on the whole paper. */
  total: number;
  /** The answer can be changed. */
  open: boolean;
  /** There is no going back to this question. */
  oneWay: boolean;
  onResponse: (item: number, response: ItemResponse | null) => void;
  onFlag: (item: number) => void;
  onZoom: (figure: StemFigure) => void;
  headingRef?: Ref<HTMLHeadingElement> | undefined;
  /** What stands above the question on a phone. */
  children?: ReactNode;
};

/** One question with its answers. Drawn again only when something of it changes. */
export const Question = memo(function Question({
  item,
  entry,
  total,
  open,
  oneWay,
  onResponse,
  onFlag,
  onZoom,
  headingRef,
  children,
}: QuestionProps) {
  const { t, locale } = useTexts();
  const stem = splitStem(item.stemHtml);
  const name = `q${item.item}`;
  const take = useCallback((response: ItemResponse | null) => onResponse(item.item, response), [item.item, onResponse]);
  const answer = { item, response: entry.response, open, onResponse: take };
  return (
    <article className="question" aria-labelledby={name} data-item={item.item}>
      {children}
      <header className="question-head">
        <h2 id={name} tabIndex={-1} ref={headingRef}>
          {t('exam:player.question', { number: item.item })} <span>{t('exam:player.ofTotal', { total })}</span>
        </h2>
        <Button
          size="small"
          data-flag
          aria-pressed={entry.flagged}
          aria-keyshortcuts="F"
          disabled={!open}
          onClick={() => onFlag(item.item)}
        >
          <Flag className="icon" aria-hidden="true" />
          {t('exam:player.flag')}
        </Button>
      </header>
      {!item.isTranslated && item.lang !== locale && <p className="small soft">{t('exam:player.notTranslated')}</p>}
      <Stem {...answer} html={stem.html} />
      <div className="question-parts">
        {stem.figures.length > 0 && <Figures figures={stem.figures} onZoom={onZoom} />}
        <div className="stack">
          <Answer {...answer} />
          <p className="row">
            {(isChoice(item.type) || item.type === 'ordering' || item.type === 'matching') && (
              <Button
                kind="quiet"
                size="small"
                disabled={!open || !isAnswer(entry.response)}
                onClick={() => onResponse(item.item, null)}
              >
                <Eraser className="icon" aria-hidden="true" />
                {t('exam:player.clear')}
              </Button>
            )}
            {oneWay && <span className="small soft">{t('exam:player.oneWay')}</span>}
          </p>
        </div>
      </div>
    </article>
  );
});

/** Pictures beside the answers; one within a sentence stays there and is only enlarged from here. */
function Figures({ figures, onZoom }: { figures: readonly StemFigure[]; onZoom: (figure: StemFigure) => void }) {
  const { t } = useTexts();
  return (
    <div className="stack">
      {figures.map((figure, index) => (
        <figure className="figure" key={figure.src}>
          {figure.alone && <img src={figure.src} alt={figure.alt} />}
          <figcaption className="row">
            <Button kind="quiet" size="small" onClick={() => onZoom(figure)}>
              <ZoomIn className="icon" aria-hidden="true" />
              {figures.length > 1 ? t('exam:player.enlargeOne', { number: index + 1 }) : t('exam:player.enlarge')}
            </Button>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
