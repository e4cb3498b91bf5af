/** Sounds of a review: the parts that play them come only to pages that have some. */
const reviewSounds = document.querySelector('#review-sounds');
if (reviewSounds !== null) void import('./play-sounds.ts').then(({ playSounds }) => playSounds(reviewSounds.textContent ?? ''));
