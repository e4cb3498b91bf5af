const NAME_WIDTH = 18;
const TEXT_WIDTH = 48;

/** How a process is called on the screen; elsewhere its name is the key. */
const TITLES: Readonly<Record<string, string>> = { postgres: 'PostgreSQL', redis: 'Redis' };

/** One line of the start: what, how it went, how long it took. */
export function line(name: string, text: string, ms?: number): void {
  const time = ms === undefined ? '' : `${(ms / 1000).toFixed(1)} s`.padStart(8);
  process.stdout.write(`${(TITLES[name] ?? name).padEnd(NAME_WIDTH)} ${text.padEnd(ms === undefined ? 0 : TEXT_WIDTH)}${time}\n`);
}

/** Runs one step and prints its line; a step of more than a second says what it is doing meanwhile. */
export async function step<T>(name: string, doing: string, work: () => Promise<T>, done: (result: T) => string): Promise<T> {
  const began = performance.now();
  const announce = setTimeout(() => line(name, `${doing} …`), 1_000);
  try {
    const result = await work();
    clearTimeout(announce);
    line(name, done(result), performance.now() - began);
    return result;
  } finally {
    clearTimeout(announce);
  }
}
