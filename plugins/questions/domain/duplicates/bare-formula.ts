/** `\,` and its kin: spaces of LaTeX. */
const SPACES = /(?:\\[,;:! ]|[\s~])+/g;
/** A space that ends a command before a letter: `\pi r` is not `\pir`. */
const NEEDED_SPACE = /(\\[a-zA-Z]{1,40}) (?=[a-zA-Z])/g;
const OTHER_SPACES = / /g;
const KEPT = '\u0001';
/** `x^{2}` is `x^2`. */
const NEEDLESS_BRACES = /([\^_])\{([^{}\\])\}/g;

/** A formula without the spaces and braces that do not show. Case stays: P and p are two quantities. */
export const bareFormula = (latex: string): string =>
  latex
    .replace(SPACES, ' ')
    .replace(NEEDED_SPACE, `$1${KEPT}`)
    .replace(OTHER_SPACES, '')
    .replaceAll(KEPT, ' ')
    .replace(NEEDLESS_BRACES, '$1$2');
