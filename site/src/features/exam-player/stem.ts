/** A picture of a question. `alone` ones stand in a paragraph of their own and are taken out of the text. */
export type StemFigure = { readonly src: string; readonly alt: string; readonly alone: boolean };
export type Stem = { readonly html: string; readonly figures: readonly StemFigure[] };

const ALONE = /<(p|figure)>\s*(<img\b[^>]*>)\s*<\/\1>/g;
const IMAGE = /<img\b[^>]*>/g;

/**
 * Parts the pictures of a stem from its text, so that they can stand beside the answers and be enlarged [E-11].
 * Reads the renderer's own output, whose attributes are always quoted.
 */
export function splitStem(stemHtml: string): Stem {
  const alone: StemFigure[] = [];
  const html = stemHtml.replace(ALONE, (_, _tag: string, image: string) => {
    alone.push(figureOf(image, true));
    return '';
  });
  const inline = Array.from(html.matchAll(IMAGE), ([image]) => figureOf(image, false));
  return { html: html.trim(), figures: [...alone, ...inline] };
}

const figureOf = (image: string, alone: boolean): StemFigure => ({
  src: attribute(image, 'src'),
  alt: attribute(image, 'alt'),
  alone,
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
    /&(amp|lt|gt|quot|#39|#x27);/g,
    (whole, entity: string) => ENTITIES[entity] ?? whole,
  );
