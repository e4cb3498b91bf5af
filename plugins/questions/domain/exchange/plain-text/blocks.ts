import { isAnswerList } from './answer-list.ts';
import type { LabelField } from './labels.ts';
import { brokenUp, type Line, readLine } from './lines.ts';

export type PlainOption = { readonly letter: string; readonly text: string; readonly isMarked: boolean };

/** Lines that belong to one question, sorted by what they are. Nothing of the text is in no list. */
export type PlainBlock = {
  /** Line where it begins. */
  line: number;
  number: number | null;
  stem: string[];
  options: PlainOption[];
  fields: { readonly field: LabelField; text: string }[];
  /** Lines that belong to nothing. */
  rest: string[];
  source: string[];
};

const newBlock = (line: number, number: number | null): PlainBlock => ({
  line,
  number,
  stem: [],
  options: [],
  fields: [],
  rest: [],
  source: [],
});

/** Where the next unmarked line goes on. */
type Open = 'stem' | 'option' | 'field' | 'none';

/** Cuts pasted text into the lines of each question. Linear. */
export function plainBlocks(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let block = newBlock(1, null);
  let open: Open = 'stem';
  let afterBlank = false;

  const hasAnything = (): boolean => block.source.some((line) => line.trim() !== '');
  const isAnswered = (): boolean => block.options.length > 0 || block.fields.length > 0;
  const begin = (line: number, number: number | null): void => {
    if (hasAnything()) blocks.push(block);
    block = newBlock(line, number);
    open = 'stem';
  };
  /** A numbered line begins a question, unless it is a list inside the text of the one before. */
  const isNext = (number: number | null): boolean =>
    number === null || block.number === null || isAnswered() || number === block.number + 1 || !hasAnything();

  function take(line: Line, raw: string, number: number): void {
    switch (line.kind) {
      case 'blank':
        afterBlank = true;
        if (open === 'stem' && block.stem.length > 0) block.stem.push('');
        break;
      case 'stem':
        if (isNext(line.number)) {
          begin(number, line.number);
          block.stem.push(line.text);
        } else goOn(raw.trim(), number);
        break;
      case 'option':
        if (block.stem.every((part) => part === '')) goOn(raw.trim(), number);
        else {
          block.options.push(line);
          open = 'option';
        }
        break;
      case 'label':
        // A list of the answers to all questions is not the answer to the last one.
        if (line.field === 'answer' && isAnswerList(line.text)) begin(number, null);
        block.fields.push({ field: line.field, text: line.text });
        open = 'field';
        break;
      case 'text':
        if (line.bullet !== null && open !== 'stem' && open !== 'field')
          block.options.push({ letter: '', text: line.text, isMarked: line.bullet === '*' });
        else goOn(raw.trim(), number);
    }
    if (line.kind !== 'blank') afterBlank = false;
    block.source.push(raw);
  }

  /** A line without a mark of its own belongs to what stands before it, or begins a question behind an answered one. */
  function goOn(text: string, number: number): void {
    // Behind a blank line an explanation goes on where the next question will have a number.
    const goesOn = open === 'field' && block.number !== null && block.fields.at(-1)?.field !== 'answer';
    if (afterBlank && isAnswered() && !goesOn) begin(number, null);
    if (open === 'stem') block.stem.push(text);
    else if (open === 'option') {
      const last = block.options.pop();
      if (last) block.options.push({ ...last, text: `${last.text}\n${text}` });
    } else if (open === 'field') {
      const last = block.fields.at(-1);
      if (last && (last.field !== 'answer' || last.text === ''))
        last.text = last.text === '' ? text : `${last.text}${afterBlank ? '\n\n' : '\n'}${text}`;
      else block.rest.push(text);
    }
  }

  text.split(/\r\n?|\n/).forEach((raw, at) => {
    for (const part of brokenUp(raw)) take(readLine(part), part, at + 1);
  });
  if (hasAnything()) blocks.push(block);
  return blocks;
}
