/** Licences suggested while one types; any other text is taken too. */
export const LICENCES = [
  'CC0 1.0',
  'CC BY 4.0',
  'CC BY-SA 4.0',
  'CC BY-NC 4.0',
  'CC BY-ND 4.0',
  'CC BY-NC-SA 4.0',
  'CC BY-NC-ND 4.0',
  'Public domain',
  'All rights reserved',
] as const;
