import type { Paper } from '@lyceum/exams/contract';
import { ChevronDown, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Journal } from '../journal/journal.ts';
import { hashOf } from '../palette/address.ts';
import { type CellState, cellState, countCells } from '../palette/palette.ts';
import { mayMove, type Reach } from '../palette/reach.ts';
import { columnsOf, nextCell } from '../palette/roving.ts';
import { type ExamTexts, useTexts } from '../texts.ts';

type Props = { paper: Paper; journal: Journal; reach: Reach; onSubmit: () => void; canSubmit: boolean };
type Cell = CellState & { readonly item: number };

/** Attributes that React 18 passes on without knowing them. */
const POPOVER = { popover: 'auto' };
const CLOSES = { popovertarget: 'sheet' };

/** Where every question stands, and the way to it. A rail on wide screens, a sheet on phones. */
export function Palette({ paper, journal, reach, onSubmit, canSubmit }: Props) {
  const { t } = useTexts();
  const sheet = useRef<HTMLElement>(null);
  const ownSection = paper.sections.findIndex((section) => section.items.some(({ item }) => item === journal.position));
  const [shown, setShown] = useState(ownSection);
  useEffect(() => setShown(ownSection), [ownSection]);
  // Having chosen, one wants to see the question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the question changes
  useEffect(() => {
    if (sheet.current?.matches(':popover-open') === true) sheet.current.hidePopover();
  }, [journal.position]);

  const cellsOf = (index: number): Cell[] =>
    (paper.sections[index]?.items ?? []).map(({ item }) => ({ item, ...cellState(journal.entries[item]) }));
  const cells = cellsOf(shown);
  const counts = countCells(cells);
  return (
    <aside className="sheet" id="sheet" {...POPOVER} aria-label={t('exam:player.palette.title')} ref={sheet}>
      <div className="sheet-head">
        <h2>{t('exam:player.palette.title')}</h2>
        <Button className="sheet-close" kind="icon" {...CLOSES} aria-label={t('exam:player.close')}>
          <X className="icon" aria-hidden="true" />
        </Button>
      </div>
      {paper.sections.length > 1 && (
        <div className="field">
          <label className="unseen" htmlFor="section">
            {t('exam:player.palette.section')}
          </label>
          <div className="select small">
            <select className="input" id="section" value={shown} onChange={(event) => setShown(Number(event.target.value))}>
              {paper.sections.map((section, index) => (
                <option key={section.id} value={index} disabled={section.items.length === 0}>
                  {t('exam:player.palette.sectionOption', {
                    title: section.title === '' ? t('exam:player.palette.sectionNumber', { number: index + 1 }) : section.title,
                    answered: countCells(cellsOf(index)).answered,
                    total: section.itemCount,
                  })}
                </option>
              ))}
            </select>
            <ChevronDown className="icon" aria-hidden="true" />
          </div>
        </div>
      )}
      <Cells cells={cells} position={journal.position} reach={reach} />
      <ul className="legend-list small">
        <Sample state="answered" text={t('exam:player.palette.answered')} count={counts.answered} />
        <Sample state="seen" text={t('exam:player.palette.blank')} count={counts.blank} />
        <Sample text={t('exam:player.palette.notSeen')} count={counts.notSeen} />
        <Sample state="seen flagged" text={t('exam:player.palette.flagged')} count={counts.flagged} />
      </ul>
      <Button onClick={onSubmit} disabled={!canSubmit}>
        {t('exam:player.submit.open')}
      </Button>
    </aside>
  );
}

/** One tab stop: arrows walk the cells, Enter goes to the question. */
function Cells({ cells, position, reach }: { cells: readonly Cell[]; position: number; reach: Reach }) {
  const { rightToLeft } = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const own = cells.findIndex(({ item }) => item === position);
  const [stop, setStop] = useState(Math.max(0, own));
  useEffect(() => setStop(Math.max(0, own)), [own]);

  function walk(event: KeyboardEvent): void {
    const links = Array.from(list.current?.querySelectorAll<HTMLElement>('a') ?? []);
    const columns = columnsOf(links.map((link) => link.getBoundingClientRect().top));
    const from = links.findIndex((link) => link.matches(':focus'));
    const to = nextCell(event.key, from, links.length, columns, rightToLeft);
    if (to === null) return;
    event.preventDefault();
    setStop(to);
    links[to]?.focus();
  }

  return (
    <ol className="cells" ref={list} onKeyDown={walk} data-palette>
      {cells.map((cell, index) => (
        <li key={cell.item}>
          <CellLink
            cell={cell}
            current={cell.item === position}
            reachable={mayMove(reach, cell.item)}
            stop={index === Math.min(stop, cells.length - 1)}
          />
        </li>
      ))}
    </ol>
  );
}

/** A question's cell: a link, or where it cannot be gone to, the same without an address. */
function CellLink({ cell, current, reachable, stop }: { cell: Cell; current: boolean; reachable: boolean; stop: boolean }) {
  const { t } = useTexts();
  const shared = { className: 'cell', 'data-state': shapeOf(cell), tabIndex: stop ? 0 : -1 } as const;
  return reachable || current ? (
    <a {...shared} href={hashOf(cell.item)} aria-label={cellText(t, cell)} aria-current={current ? 'step' : undefined}>
      {cell.item}
    </a>
  ) : (
    <a {...shared} role="link" aria-disabled="true" aria-label={cellText(t, cell)}>
      {cell.item}
    </a>
  );
}

function Sample({ state, text, count }: { state?: string; text: string; count: number }) {
  return (
    <li>
      <span className="cell sample" data-state={state} aria-hidden="true" />
      {text}
      <b>{count}</b>
    </li>
  );
}

function shapeOf(cell: CellState): string | undefined {
  const answer = cell.answer === 'answered' ? 'answered' : cell.answer === 'blank' ? 'seen' : '';
  const shape = `${answer}${cell.flagged ? ' flagged' : ''}`.trim();
  return shape === '' ? undefined : shape;
}

function cellText(t: ExamTexts['t'], cell: Cell): string {
  const parts = [t('exam:player.question', { number: cell.item }), t(`exam:player.palette.${cell.answer}`)];
  if (cell.flagged) parts.push(t('exam:player.palette.flagged'));
  return parts.join(t('exam:player.comma'));
}
