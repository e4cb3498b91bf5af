import type { Paper, PaperItem } from '@lyceum/exams/contract';

/** Kept for the life of the page, so that the browser keeps the pictures as well. */
const kept: HTMLImageElement[] = [];

/** Texts that stand in the details of a question: prompts, and the choices of gaps. */
function detailTexts({ details }: PaperItem): string[] {
  if (details === null) return [];
  if ('prompts' in details) return details.prompts.map(({ html }) => html);
  return 'gaps' in details ? details.gaps.flatMap(({ options }) => options?.map(({ html }) => html) ?? []) : [];
}

/** Addresses of all pictures of a paper, in its order. */
export function figuresOf(paper: Pick<Paper, 'sections'>): string[] {
  const texts = paper.sections.flatMap((section) =>
    section.items.flatMap((item) => [item.stemHtml, ...item.options.map(({ html }) => html), ...detailTexts(item)]),
  );
  const addresses = texts.flatMap((text) =>
    Array.from(text.matchAll(/<img\b[^>]*\ssrc="([^"]+)"/g), (found) => (found[1] ?? '').replaceAll('&amp;', '&')),
  );
  return [...new Set(addresses)];
}

/** Fetches the pictures of the whole paper one after the other: they are there when the network is not [E-14], and move nothing when shown. */
export async function fetchFigures(paper: Pick<Paper, 'sections'>): Promise<void> {
  for (const address of figuresOf(paper)) {
    const image = new Image();
    kept.push(image);
    image.src = address;
    // One that cannot be had is tried again by the question itself.
    await image.decode().catch(() => undefined);
  }
}
