import { inAlphabet } from './math-alphabets.ts';

/** `mathvariant` of running text, which keeps its letters so that it can be read aloud and searched. */
const TEXT_STYLES: Record<string, string> = {
  bold: 'font-weight:bold',
  italic: 'font-style:italic',
  'bold-italic': 'font-weight:bold;font-style:italic',
};

const LINE = '0.06em solid';
const strike = (direction: string) =>
  `linear-gradient(${direction},transparent calc(50% - 0.04em),currentcolor calc(50% - 0.04em) calc(50% + 0.04em),transparent calc(50% + 0.04em))`;
const UP = strike('to top left');
const DOWN = strike('to top right');
const ENCLOSURES: Record<string, string> = {
  box: `border:${LINE};padding:0.2em`,
  top: `border-top:${LINE}`,
  bottom: `border-bottom:${LINE}`,
  left: `border-left:${LINE}`,
  right: `border-right:${LINE}`,
  actuarial: `border-top:${LINE};border-right:${LINE}`,
  phasorangle: `border-left:${LINE};border-bottom:${LINE};padding-left:0.2em`,
  updiagonalstrike: `background:${UP}`,
  downdiagonalstrike: `background:${DOWN}`,
  'updiagonalstrike downdiagonalstrike': `background:${UP},${DOWN}`,
  horizontalstrike: `background:${strike('to top')}`,
};

type Table = { aligns: string[]; gaps: string[]; columnLines: string[]; rowLines: string[]; row: number; column: number };

/**
 * KaTeX writes MathML 3; browsers draw MathML Core, which has no alphabets (`mathvariant`), no enclosures and no alignment,
 * lines or gaps of columns. Each of them is said again in a way that Core knows: letters of their own, and styles.
 */
export function toMathmlCore(mathml: string): string {
  return tables(alphabets(wideAccents(colourBoxes(mathml))))
    .replace(/<menclose notation="([^"]*)"/g, (_, notation: string) => {
      const known = ENCLOSURES[notation];
      const style =
        known ??
        notation
          .split(' ')
          .flatMap((name) => ENCLOSURES[name] ?? [])
          .join(';');
      return style === '' ? '<mrow' : `<mrow style="${style}"`;
    })
    .replaceAll('</menclose>', '</mrow>');
}

/** The characters of these accents that IBM Plex Math, the site's font for formulas, has in every width. */
const WIDE_ACCENTS: Record<string, string> = { '‾': '\u0332', '^': '\u0302', '→': '\u20d7' };

function wideAccents(mathml: string): string {
  return mathml.replace(
    /<mo stretchy="true">([‾^→])<\/mo><\/m(over|under)>/g,
    (_, accent: string, place: string) => `<mo stretchy="true">${WIDE_ACCENTS[accent]}</mo></m${place}>`,
  );
}

/** Lengths with a sign are gone from Core, and the text of a coloured box would stand beside its colour. */
function colourBoxes(mathml: string): string {
  return mathml.replace(
    /<mpadded width="\+6pt" height="\+6pt" lspace="3pt" voffset="3pt"(?: style="([^"]*)")?/g,
    (_, border: string | undefined) => `<mpadded style="padding:3pt${border === undefined ? '' : `;${border}`}"`,
  );
}

function alphabets(mathml: string): string {
  return mathml.replace(
    /<(mi|mn|mo|mtext) mathvariant="([a-z-]+)"([^>]*)>([^<]*)/g,
    (whole, tag: string, variant: string, rest: string, text: string) => {
      if (variant === 'normal') return whole;
      const style = TEXT_STYLES[variant];
      if (tag === 'mtext' && style !== undefined) return `<mtext${rest} style="${style}">${text}`;
      return `<${tag}${rest}>${inAlphabet(text, variant)}`;
    },
  );
}

function tables(mathml: string): string {
  if (!mathml.includes('<mtable')) return mathml;
  const open: Table[] = [];
  return mathml.replace(/<(\/?)(mtable|mtr|mtd)([^>]*)>/g, (whole, closing: string, tag: string, attributes: string) => {
    if (tag === 'mtable') {
      if (closing === '') open.push(tableOf(attributes));
      else open.pop();
      return whole;
    }
    const table = open.at(-1);
    if (table === undefined || closing !== '') return whole;
    if (tag === 'mtr') {
      table.row += 1;
      table.column = -1;
      return whole;
    }
    table.column += 1;
    return `<mtd${attributes} style="${cellStyle(table)}">`;
  });
}

function tableOf(attributes: string): Table {
  const list = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1]?.split(' ') ?? [];
  return {
    aligns: list('columnalign'),
    gaps: list('columnspacing'),
    columnLines: list('columnlines'),
    rowLines: list('rowlines'),
    row: -1,
    column: -1,
  };
}

function cellStyle({ aligns, gaps, columnLines, rowLines, row, column }: Table): string {
  // Plain `right` moves text only; the prefixed one, which every browser knows, moves the box that a formula is.
  const styles = [`text-align:-webkit-${/^(left|right)$/.exec(aligns[column] ?? '')?.[1] ?? 'center'}`];
  // The last value of a list stands for all that follow.
  const halfGap = (index: number) => `${Number.parseFloat(gaps[index] ?? gaps.at(-1) ?? '1') / 2 || 0}em`;
  styles.push(`padding-left:${column === 0 ? '0' : halfGap(column - 1)}`);
  styles.push(`padding-right:${column >= aligns.length - 1 ? '0' : halfGap(column)}`);
  const line = (kinds: string[], index: number) =>
    (kinds[index] ?? 'none').replace('solid', LINE).replace('dashed', '0.06em dashed');
  const columnLine = column >= aligns.length - 1 ? 'none' : line(columnLines, column);
  if (columnLine !== 'none') styles.push(`border-right:${columnLine}`);
  const rowLine = line(rowLines, row);
  if (rowLine !== 'none') styles.push(`border-bottom:${rowLine}`);
  return styles.join(';');
}
