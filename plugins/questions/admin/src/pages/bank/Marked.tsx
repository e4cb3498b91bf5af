import { Fragment } from 'react';

export type MarkedProps = { text: string; marks: readonly (readonly [start: number, end: number])[] };

/** A text with the words that were searched for marked. Everything is text: nothing of it is taken for markup. */
export function Marked({ text, marks }: MarkedProps) {
  const ordered = [...marks].sort(([a], [b]) => a - b);
  return (
    <>
      {ordered.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(ordered[at - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ordered.at(-1)?.[1] ?? 0)}
    </>
  );
}
