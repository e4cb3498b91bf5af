/** Moodle wants a name for every question: the code, or how the text begins, where it has no title. */
export const fallbackName = ({ code, stem }: { readonly code?: string | undefined; readonly stem: string }): string =>
  code || [...stem.replace(/\s+/g, ' ').trim()].slice(0, 80).join('').trim();
