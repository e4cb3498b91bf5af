export { markOf } from './review/marks.ts';
export { Review, type ReviewProps, ReviewStem } from './review/Review.tsx';
