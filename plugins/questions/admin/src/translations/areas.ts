/** Texts are kept in one file for each part of the plugin; keys are unique over all of them. */
export const AREAS = [
  'base',
  'types',
  'list',
  'review',
  'taxonomy',
  'media',
  'import',
  'duplicates',
  'revisions',
  'format',
  'care',
  'share',
  'delivery',
  'sets',
] as const;
