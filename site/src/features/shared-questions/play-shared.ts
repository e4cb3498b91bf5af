import { mountSounds } from '@lyceum/questions/views/sounds';
import { viewTexts } from '@lyceum/questions/views/texts';
import type { SharedSounds } from './open-shared.ts';

/** Puts players at the sounds of shared questions; nobody counts their plays. @param json `SharedSounds` */
export function playShared(json: string): void {
  const { locale, viewStrings, media } = JSON.parse(json) as SharedSounds;
  const onPlay = async (id: string) => {
    const url = media[id];
    if (url === undefined) throw new Error('the page knows no address of this sound');
    return { url, playsLeft: null };
  };
  mountSounds(document, viewTexts(locale, viewStrings), { onPlay });
}
