/** A sound of a question; `plays` is how often a learner may play it in one attempt, null for as often as they like. */
export type AudioClip = { readonly media: string; readonly plays: number | null };

/** As the one renderer writes it; in what an author typed the same characters are escaped. */
const CLIP = /<span class="audio-clip" data-media="([^"]+)"(?: data-plays="(\d+)")?>/g;

const fewer = (one: number | null | undefined, other: number | null): number | null =>
  one === undefined || one === null ? other : other === null ? one : Math.min(one, other);

/** Sounds in the rendered texts of a question, each once; the lowest limit holds when one comes with several. */
export function audioClips(htmls: readonly string[]): AudioClip[] {
  const found = new Map<string, number | null>();
  for (const html of htmls) {
    for (const [, media = '', plays] of html.matchAll(CLIP)) {
      found.set(media, fewer(found.get(media), plays === undefined ? null : Number(plays)));
    }
  }
  return [...found].map(([media, plays]) => ({ media, plays }));
}
