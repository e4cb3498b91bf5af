const TAG_OR_GAP = /<[^>]*>|\[\[([1-9][0-9]?)\]\]/g;

/**
 * The places of gaps in a rendered stem: `[[1]]` becomes an empty element that the learner's page fills with a field.
 * Only in text: an alternative text may hold the same characters, and an attribute must stay what it is.
 */
export const withGaps = (html: string): string =>
  html.replace(TAG_OR_GAP, (whole, id: string | undefined) =>
    id === undefined ? whole : `<span class="gap" data-gap="${id}"></span>`,
  );
