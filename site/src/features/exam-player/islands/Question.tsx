import type { ItemResponse, PaperItem } from '@lyceum/exams/contract';
import { Eraser, Flag, ZoomIn } from 'lucide-react';
import { memo, type ReactNode, type Ref } from 'react';
import { directionOf } from '../../../i18n/direction.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Entry } from '../journal/journal.ts';
import { isAnswer } from '../response.ts';
import { type StemFigure, splitStem } from '../stem.ts';
import { useTexts } from '../texts.ts';
import { Choices } from './Choices.tsx';
import { TypedAnswer } from './TypedAnswer.tsx';

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
  const { t } = useTexts();
  const stem = splitStem(item.stemHtml);
  const own = { lang: item.lang, dir: directionOf(item.lang) };
  const name = `q${item.item}`;
  const typed = item.type === 'number' || item.type === 'short-text';
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
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by core/render on the server */}
      <div className="stem" id={`${name}-stem`} {...own} dangerouslySetInnerHTML={{ __html: stem.html }} />
      <div className="question-parts">
        {stem.figures.length > 0 && <Figures figures={stem.figures} onZoom={onZoom} />}
        <div className="stack">
          {typed ? (
            <TypedAnswer item={item} response={entry.response} open={open} onResponse={onResponse} />
          ) : (
            <Choices item={item} response={entry.response} open={open} onResponse={onResponse} />
          )}
          <p className="row">
            {!typed && (
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
            {item.type === 'multiple-choice' && <span className="small soft">{t('exam:player.several')}</span>}
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
