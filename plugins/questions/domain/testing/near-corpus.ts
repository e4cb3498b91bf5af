/** The same numbers in [0, 1) for the same seed (mulberry32, T. Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const OPENINGS = [
  'Which of these is the',
  'What is the name of the',
  'In which year was the',
  'How many of the following are',
  'Who was the first to find the',
];
const LETTERS = 'eeeeaaaiioonnnrrrtttsslldccuupmghbyfvk';

const pick = <Item>(list: readonly Item[] | string, random: () => number): Item | string =>
  list[Math.floor(random() * list.length)] ?? '';

/**
 * Made-up questions as banks hold them: they begin alike, share many words, and about one in four is another one with some words
 * changed, from hardly any to nearly all.
 */
export function nearCorpus(count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const word = () => Array.from({ length: 3 + Math.floor(random() * 8) }, () => pick(LETTERS, random)).join('');
  const words = Array.from({ length: 6_000 }, word);
  const common = words.slice(0, 60);
  const anyWord = () => String(pick(random() < 0.4 ? common : words, random));
  const texts: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const original = texts[Math.floor(random() * at)];
    if (original === undefined || random() > 0.25) {
      const length = 8 + Math.floor(random() * 14);
      texts.push(`${pick(OPENINGS, random)} ${Array.from({ length }, anyWord).join(' ')}?`);
    } else {
      const rate = random() * 0.7;
      texts.push(
        original
          .split(' ')
          .map((old) => (random() < rate ? anyWord() : old))
          .join(' '),
      );
    }
  }
  return texts;
}
