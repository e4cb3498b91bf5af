import type { QuestionInput, RuleMessage } from '../../contract/index.ts';
import { decoded, mediaNameOf } from '../exchange/html/media-name.ts';
import type { Facts } from '../validation/rule.ts';
import { type MediaFinder, mediaProblem } from './figures.ts';

/** An image or audio of a Markdown text: the part before its address, the address, and what follows. */
const IMAGE =
  /(!\[(?:[^\]\\]|\\.){0,2000}\]\(\s{0,3})(<[^<>\n]{1,2000}>|[^\s()<>]{1,2000})(\s{0,3}(?:"[^"\n]{0,200}")?\s{0,3}\))/g;

const bare = (address: string): string => (address.startsWith('<') ? address.slice(1, -1) : address);

/** Addresses that stand in a text as images or audio, media of the file included. */
export const mediaAddresses = (text: string): string[] =>
  text.includes('](') ? [...text.matchAll(IMAGE)].map(([, , address = '']) => bare(address)) : [];

/** Every text inside a value. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) yield* textsIn(part);
}

/** What a reference is looked up by; null for one that is left as it stands. */
function nameOf(address: string, hasFile: Facts['hasFile']): string | null {
  const inside = mediaNameOf(address);
  if (inside !== null) return inside;
  if (/^https:\/\//i.test(address)) return address;
  // A file of another installation that came along in the ZIP.
  return address.startsWith('/') && !hasFile(address) ? decoded(address) : null;
}

/** A quick look, because most questions hold no media at all. */
const mayHoldMedia = ({ stem, options, details, key, explanation, solution, hints }: QuestionInput): boolean =>
  stem.includes('](') ||
  options.some(({ text }) => text.includes('](')) ||
  (explanation?.includes('](') ?? false) ||
  (solution?.includes('](') ?? false) ||
  hints.some((hint) => hint.includes('](')) ||
  JSON.stringify([details, key]).includes('](');

/** Fields whose media could not be had: the rule on images would only say it again. */
export const unlessTold = (rules: readonly RuleMessage[], media: readonly RuleMessage[]): RuleMessage[] =>
  rules.filter(({ code, field }) => code !== 'mediaUnreachable' || !media.some((told) => told.field === field));

type Found = { readonly question: QuestionInput; readonly messages: RuleMessage[] };

/**
 * The question with the stored addresses of its images and audio: those of the file (`media:name`), those behind https
 * addresses, and those of another installation whose files came in the ZIP. One that is missing or refused is an error [Q-27].
 */
export function withMedia(question: QuestionInput, { media, hasFile }: { media: MediaFinder } & Pick<Facts, 'hasFile'>): Found {
  const messages: RuleMessage[] = [];
  const inText = (text: string, field: string): string =>
    text.replace(IMAGE, (whole, before: string, address: string, after: string) => {
      const name = nameOf(bare(address), hasFile);
      if (name === null) return whole;
      const found = media(name);
      if (found !== null && 'url' in found) return before + found.url + after;
      // The rule on images names an address that is nobody's file.
      if (found === null && bare(address).startsWith('/')) return whole;
      messages.push(mediaProblem(field, name, found));
      return whole;
    });
  const walk = <Value>(value: Value, field: string): Value => {
    if (typeof value === 'string') return (value.includes('](') ? inText(value, field) : value) as Value;
    if (Array.isArray(value)) return value.map((part, at) => walk(part, `${field}.${at}`)) as Value;
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, `${field}.${name}`)])) as Value;
  };
  if (!mayHoldMedia(question)) return { question, messages };
  return {
    question: {
      ...question,
      stem: walk(question.stem, 'stem'),
      options: walk(question.options, 'options'),
      details: walk(question.details, 'details'),
      key: walk(question.key, 'key'),
      explanation: walk(question.explanation, 'explanation'),
      solution: walk(question.solution, 'solution'),
      hints: walk(question.hints, 'hints'),
    },
    messages,
  };
}
