import type { ItemResponse, PaperItem } from '@lyceum/exams/contract';
import { choose, isChoice } from '@lyceum/questions/views/response';
import { useEffect, useRef } from 'react';
import type { Entry } from '../journal/journal.ts';
import { actOfKey, type KeyPress } from '../keys/exam-keys.ts';
import { hashOf } from '../palette/address.ts';
import { mayMove, type Reach } from '../palette/reach.ts';

type Keyed = {
  readonly current: PaperItem | undefined;
  readonly entry: Entry | undefined;
  readonly reach: Reach;
  readonly open: boolean;
  readonly rightToLeft: boolean;
  readonly onResponse: (item: number, response: ItemResponse | null) => void;
  readonly onFlag: (item: number) => void;
  readonly onHelp: () => void;
};

/** Listens to the keys of the player for as long as it stands on the page. */
export function useExamKeys(keyed: Keyed): void {
  const newest = useRef(keyed);
  newest.current = keyed;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event, newest.current);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function onKey(event: KeyboardEvent, { current, entry, reach, open, rightToLeft, onResponse, onFlag, onHelp }: Keyed): void {
  if (event.defaultPrevented || current === undefined) return;
  const act = actOfKey(pressOf(event), isChoice(current.type) ? current.options.length : 0, rightToLeft);
  if (act === null) return;
  // The browser's own meaning of an arrow on a choice would change the answer.
  event.preventDefault();
  switch (act.act) {
    case 'help':
      onHelp();
      return;
    case 'flag':
      if (open) onFlag(current.item);
      return;
    case 'previous':
    case 'next': {
      const to = current.item + (act.act === 'next' ? 1 : -1);
      if (mayMove(reach, to)) location.hash = hashOf(to);
      return;
    }
    case 'choose': {
      const option = current.options[act.index];
      if (!open || option === undefined) return;
      const order = current.options.map(({ id }) => id);
      onResponse(current.item, choose(entry?.response ?? null, option.id, order, current.type === 'multiple-choice'));
    }
  }
}

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    withModifier: event.ctrlKey || event.altKey || event.metaKey || event.isComposing,
    repeat: event.repeat,
    target: targetOf(event.target),
  };
}

function targetOf(target: EventTarget | null): KeyPress['target'] {
  if (document.querySelector('dialog[open]') !== null) return 'dialog';
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.closest('[data-palette]') !== null) return 'palette';
  if (target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')) return 'choice';
  return target.matches('input, textarea, select, [contenteditable]') ? 'field' : 'page';
}
