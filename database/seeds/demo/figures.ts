/** Drawings in `figures/`, each as SVG (the source) and as PNG at twice its size on white, so that it reads in dark mode too. */
export const demoFigures = [
  'demo-exterior-angle.png',
  'demo-inscribed-angle.png',
  'demo-ladder.png',
  'demo-leaf.png',
  'demo-parabola.png',
] as const;
export type DemoFigure = (typeof demoFigures)[number];

/** An image of a text with its alternative text. */
export type FigureUse = { alt: string; file: string };

const IMAGE = /!\[([^\]]*)\]\(\/uploads\/([^)\s]+)\)/g;

/** Every image that a Markdown text shows. */
export function figuresIn(markdown: string): FigureUse[] {
  return Array.from(markdown.matchAll(IMAGE), ([, alt = '', file = '']) => ({ alt, file }));
}

/**
 * The text with the address each figure got when it was uploaded.
 * @param addressOf gives the address below `/uploads/` for a file of `demoFigures`
 */
export function withAddresses(markdown: string, addressOf: (file: string) => string): string {
  return markdown.replace(IMAGE, (_image, alt: string, file: string) => `![${alt}](${addressOf(file)})`);
}
