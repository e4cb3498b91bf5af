/** Where the running front leaves its log for Astro, which bundles this file. Astro takes a logger in JavaScript only. */
const FRONT_LOG = Symbol.for('lyceum.site.log');

/** Astro writes whole addresses into its messages; what follows a question mark may be a token [A7]. */
const withoutQuery = (message) => message.replace(/(\bhttps?:\/\/[^\s?#]+)[?#]\S*/g, '$1');

/** Astro's messages: into the front's log while the site runs, on the terminal during a build. */
export default function astroLog() {
  return {
    write({ level, label, message }) {
      const text = withoutQuery(message);
      const log = globalThis[FRONT_LOG];
      if (log !== undefined) log[level === 'silent' ? 'debug' : level]({ part: label ?? 'astro' }, text);
      else
        process[level === 'error' || level === 'warn' ? 'stderr' : 'stdout'].write(
          `${label === null ? '' : `[${label}] `}${text}\n`,
        );
    },
  };
}
