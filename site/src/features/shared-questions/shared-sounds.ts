/** Sounds of shared questions: the parts that play them come only to pages that have some. */
const sharedSounds = document.querySelector('#shared-sounds');
if (sharedSounds !== null) void import('./play-shared.ts').then(({ playShared }) => playShared(sharedSounds.textContent ?? ''));
