import { parseNumber } from '../../text/numbers.ts';
import { error } from '../../types/messages.ts';
import type { ExchangeItem, ExchangeQuestion } from '../item.ts';
import { SOURCE_CHARACTERS } from '../item-draft.ts';
import { leftOut } from '../losses.ts';
import { topicOf } from '../topic-path.ts';
import { type KindContext, kindContext } from './context.ts';
import { KINDS } from './kinds/registry.ts';
import { fallbackName } from './name.ts';
import type { MoodleEntry } from './stream.ts';
import { child, children, textIn, textOf, type XmlNode } from './tree.ts';

/** Sentences that Moodle itself puts there; nobody wrote them for this question. */
const USUAL_FEEDBACK = new Set(['Your answer is correct.', 'Your answer is partially correct.', 'Your answer is incorrect.']);
const COMBINED = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'] as const;

/** Feedback for the whole answer has no place in the bank; it is named where somebody wrote it. */
function combinedFeedback({ node, draft }: KindContext): void {
  for (const part of COMBINED) {
    const text = textIn(node, part)
      .replace(/<[^<>]*>/g, '')
      .trim();
    if (text !== '' && !USUAL_FEEDBACK.has(text)) draft.lose(leftOut('feedbackLeftOut', part, { text: text.slice(0, 80) }));
  }
}

/** An entry as text for the report, without the bytes of its files. */
function sourceOf(node: XmlNode): string {
  const parts: string[] = [];
  let length = 0;
  const add = (one: XmlNode): void => {
    if (length > SOURCE_CHARACTERS) return;
    const attributes = Object.entries(one.attributes).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
    const opening = `<${one.name}${attributes.join('')}>${one.text.trim()}`;
    parts.push(opening);
    length += opening.length;
    one.children.forEach(add);
    parts.push(`</${one.name}>`);
  };
  add(node);
  return parts.join('');
}

/** What all kinds of questions have. */
function commonFields({ node, draft, markdown, feedback }: KindContext): Partial<ExchangeQuestion> {
  const code = textIn(node, 'idnumber').replace(/\s+/g, ' ');
  const name = textIn(node, 'name').replace(/\s+/g, ' ');
  const grade = textIn(node, 'defaultgrade');
  const points = grade === '' ? null : parseNumber(grade);
  if (grade !== '' && points === null) draft.tell(error('numberForm', 'points', { value: grade.slice(0, 60) }));
  const explanation = feedback(child(node, 'generalfeedback'), 'explanation');
  const hints = children(node, 'hint')
    .map((hint, at) => markdown(hint, `hints.${at}`))
    .filter((hint) => hint !== '');
  const tags = children(child(node, 'tags'), 'tag')
    .map(textOf)
    .filter((tag) => tag !== '');
  const stem = textOf(child(node, 'questiontext'));
  return {
    ...(code ? { code } : {}),
    ...(name && name !== fallbackName({ code, stem }) ? { title: name } : {}),
    ...(points === null ? {} : { points }),
    ...(explanation ? { explanation } : {}),
    ...(hints.length > 0 ? { hints } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

function questionItem({ node, place, kind }: MoodleEntry, topic: string | null): ExchangeItem {
  const context = kindContext(node, place);
  const { draft } = context;
  const head = { number: place, kind, source: sourceOf(node) };
  const read = KINDS[kind];
  if (read === undefined || !Object.hasOwn(KINDS, kind)) {
    draft.lose(leftOut('kindLeftOut', 'type', { kind: kind.slice(0, 60) }));
    return draft.item(head, null);
  }
  const { stem: ownStem, unit, ...answer } = read(context);
  const element = child(node, 'questiontext');
  const stem = ownStem ?? context.markdown(element, 'stem');
  const fields = commonFields(context);
  combinedFeedback(context);
  if (children(node, 'image').some((image) => textOf(image) !== ''))
    draft.lose(leftOut('partLeftOut', 'stem', { part: 'image' }));
  if (draft.messages.length > 0) return draft.item(head, null);
  return draft.item(head, { ...answer, stem, ...fields, ...(unit ? { unit } : {}), ...(topic ? { topic } : {}) });
}

/** Entries as items, with the topic that categories before them name. */
export function moodleItems() {
  let topic: string | null = null;
  return (entry: MoodleEntry): ExchangeItem[] => {
    if (entry.kind !== 'category') return [questionItem(entry, topic)];
    topic = topicOf(textIn(entry.node, 'category'));
    return [];
  };
}
