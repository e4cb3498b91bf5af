/** Sounds of a review: the parts that play them come only to pages that have some. */
const facts = document.querySelector('#review-sounds');
if (facts !== null) void import('./play-sounds.ts').then(({ playSounds }) => playSounds(facts.textContent ?? ''));
