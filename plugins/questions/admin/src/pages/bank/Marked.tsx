import { Fragment } from 'react';

export type MarkedProps = { text: string; marks: readonly (readonly [start: number, end: number])[] };

/** Maths keeps its own direction in a text that is written from right to left. */
const MATHS = /(\$[^$\n]{1,200}\$)/;

function Plain({ text }: { text: string }) {
  let place = 0;
  return (
    <>
      {text.split(MATHS).map((part) => {
        const key = place;
        place += part.length + 1;
        return part.startsWith('$') && part.endsWith('$') && part.length > 1 ? (
          <bdi key={key} dir="ltr">
            {part}
          </bdi>
        ) : (
          <Fragment key={key}>{part}</Fragment>
        );
      })}
    </>
  );
}

/** A text with the words that were searched for marked. Everything is text: nothing of it is taken for markup. */
export function Marked({ text, marks }: MarkedProps) {
  const ordered = [...marks].sort(([a], [b]) => a - b);
  return (
    <>
      {ordered.map(([start, end], at) => (
        <Fragment key={start}>
          <Plain text={text.slice(ordered[at - 1]?.[1] ?? 0, start)} />
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      <Plain text={text.slice(ordered.at(-1)?.[1] ?? 0)} />
    </>
  );
}
