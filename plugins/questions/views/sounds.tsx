import { createRoot } from 'react-dom/client';
import { SavedRecording } from './audio-answer/SavedRecording.tsx';
import { Clip } from './clip/Clip.tsx';
import { ViewProvider } from './context.tsx';
import type { ViewTexts } from './texts/texts.ts';
import type { ViewActions } from './types.ts';

/** Places of a page drawn as text where a sound belongs. */
export const SOUND_PLACES = '.audio-clip[data-media], [data-recording]';

/** Number of the question around a place, from its article `q3`. */
const itemOf = (place: Element): number => Number(/^q(\d+)$/.exec(place.closest('[id^="q"]')?.id ?? '')?.[1] ?? 1);

/** Puts players at the sounds of a page that was drawn as text. */
export function mountSounds(root: ParentNode, texts: ViewTexts, actions: ViewActions): void {
  for (const place of root.querySelectorAll<HTMLElement>(SOUND_PLACES)) {
    const item = itemOf(place);
    const { recording } = place.dataset;
    const attributes = Object.fromEntries(Array.from(place.attributes, ({ name, value }) => [name, value]));
    const element = { tag: 'span', attributes, inner: place.innerHTML, children: [] };
    createRoot(place).render(
      <ViewProvider texts={texts} actions={actions}>
        {recording === undefined ? <Clip element={element} item={item} /> : <SavedRecording id={recording} item={item} />}
      </ViewProvider>,
    );
  }
}
