import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useViewTexts } from '../context.tsx';
import { useDrag } from '../drag/use-drag.ts';
import { textOf } from '../html/parse.ts';
import { Text } from '../html/Text.tsx';
import { DownIcon, GripIcon, UpIcon } from '../icons.tsx';
import { isAnswer, moveTo, orderOf } from '../response.ts';
import { type AnswerProps, directionOf, stemIdOf } from '../types.ts';

/** Lines brought into order by buttons, by arrow keys or by dragging; each move is said aloud. */
export function Ordering({ item, response, open, onResponse }: AnswerProps) {
  const { t } = useViewTexts();
  const list = useRef<HTMLOListElement>(null);
  /** The control that moved a line; it keeps the focus, although its row is now elsewhere. */
  const mover = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const order = orderOf(
    response,
    item.options.map(({ id }) => id),
  );
  const nameOf = (id: string) => textOf(item.options.find((option) => option.id === id)?.html ?? '');

  const move = (id: string, place: number) => {
    const next = moveTo(order, id, place);
    if (next.indexOf(id) === order.indexOf(id)) return;
    onResponse({ order: [...next] });
    setSaid(t('orderMoved', { name: nameOf(id), place: next.indexOf(id) + 1, total: next.length }));
  };
  const drag = useDrag({ open, onOver: (id, over) => move(id, order.indexOf(over)) });

  useEffect(() => {
    if (mover.current !== null) list.current?.querySelector<HTMLElement>(`[data-move="${mover.current}"]`)?.focus();
    mover.current = null;
  }, [response]);

  const press = (id: string, by: -1 | 1, control: 'up' | 'down') => {
    mover.current = `${control}-${id}`;
    move(id, order.indexOf(id) + by);
  };
  const onKeyDown = (id: string, control: 'up' | 'down') => (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    press(id, event.key === 'ArrowUp' ? -1 : 1, control);
  };

  return (
    <fieldset className="ordering" data-drag-area aria-describedby={`${stemIdOf(item)} answer-${item.item}-hint`}>
      <legend className="unseen">{t('answersTo', { number: item.item })}</legend>
      {open && (
        <p className="hint" id={`answer-${item.item}-hint`}>
          {t('orderHint')}
        </p>
      )}
      <ol ref={list} className="order" lang={item.lang} dir={directionOf(item.lang)}>
        {order.map((id, at) => (
          <li key={id} data-drop={id} data-held={drag.held === id || undefined}>
            <span className="key">{at + 1}</span>
            <Text as="span" html={item.options.find((option) => option.id === id)?.html ?? ''} item={item.item} />
            {open && (
              <span className="moves-line">
                {(['up', 'down'] as const).map((control) => (
                  <button
                    key={control}
                    type="button"
                    className="button"
                    data-kind="icon"
                    data-move={`${control}-${id}`}
                    // Stays reachable at the ends, so that the focus is not lost on the way.
                    aria-disabled={(control === 'up' ? at === 0 : at === order.length - 1) || undefined}
                    aria-label={t(control === 'up' ? 'orderUp' : 'orderDown', { name: nameOf(id) })}
                    onClick={() => press(id, control === 'up' ? -1 : 1, control)}
                    onKeyDown={onKeyDown(id, control)}
                  >
                    {control === 'up' ? <UpIcon /> : <DownIcon />}
                  </button>
                ))}
                <span className="grip" title={t('orderDrag', { name: nameOf(id) })} {...drag.handle(id)}>
                  <GripIcon />
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
      {open && !isAnswer(response) && (
        <div className="order-untouched">
          <p className="hint">{t('orderUntouched')}</p>
          <button type="button" className="button" data-size="small" onClick={() => onResponse({ order: [...order] })}>
            {t('orderKeep')}
          </button>
        </div>
      )}
      <p className="unseen" role="status">
        {said}
      </p>
    </fieldset>
  );
}
