import type { Criterion } from '../../../../contract/index.ts';
import { attribute, findElements, type MarkupElement } from '../../html/tree.ts';
import type { Answered } from '../bodies.ts';
import { outcomeDefaults } from '../declarations.ts';
import type { QtiReading } from '../reading.ts';

const MARKERS = /scorer|tutor|testconstructor/;
const wholeNumber = (element: MarkupElement, name: string): number | null => {
  const value = Number(attribute(element, name) ?? Number.NaN);
  return Number.isInteger(value) && value >= 1 ? value : null;
};

/** Blocks that our own writer marks with what they are. */
export const ownBlocks = (item: MarkupElement, role: string): MarkupElement[] =>
  findElements(item, ['rubricblock']).filter((block) => attribute(block, 'data-role') === role);

/** What markers look at: our own criteria, or one for each block that others show to markers only. */
function rubricOf({ item, markdown }: QtiReading): Criterion[] {
  const own = ownBlocks(item, 'criterion');
  if (own.length > 0) {
    return own.map((block, at) => ({
      id: String(at + 1),
      title: attribute(block, 'data-title') ?? '',
      description:
        attribute(block, 'data-description') === 'none' ? '' : markdown(block.children, `key.rubric.${at}.description`),
      weight: Number(attribute(block, 'data-weight') ?? 1) || 1,
    }));
  }
  const blocks = findElements(item, ['rubricblock']).filter(
    (block) => attribute(block, 'data-role') === undefined && MARKERS.test((attribute(block, 'view') ?? '').toLowerCase()),
  );
  return blocks.slice(0, 20).flatMap((block, at) => {
    const description = markdown(block.children, `key.rubric.${at}.description`);
    const title = (description.split('\n', 1)[0] ?? '')
      .replace(/[*_#`\\]/g, '')
      .trim()
      .slice(0, 200);
    return title === '' ? [] : [{ id: String(at + 1), title, description: description === title ? '' : description, weight: 1 }];
  });
}

/** An answer that would earn everything: our own block, or the right answer of the response. */
function modelAnswer(interaction: MarkupElement, { item, declared, markdown }: QtiReading): string | null {
  const [own] = ownBlocks(item, 'model-answer');
  if (own) return markdown(own.children, 'key.modelAnswer') || null;
  const response = declared.get(attribute(interaction, 'responseidentifier') ?? '');
  const words = response?.correct.join('\n\n') ?? '';
  return words === '' ? null : markdown([words], 'key.modelAnswer');
}

/** extendedTextInteraction: a text that a person marks. */
export function readLongText(interaction: MarkupElement, reading: QtiReading): Answered {
  const [minWords, maxWords] = [wholeNumber(interaction, 'data-min-words'), wholeNumber(interaction, 'data-max-words')];
  return {
    type: 'long-text',
    options: [],
    details: { minWords, maxWords },
    key: { rubric: rubricOf(reading), modelAnswer: modelAnswer(interaction, reading) },
  };
}

/** uploadInteraction for audio: a recording that a person marks. Null for other files. */
export function readUpload(interaction: MarkupElement, reading: QtiReading): Answered | null {
  const types = `${attribute(interaction, 'type') ?? ''} ${outcomeDefaults(reading.item, 'FILETYPE').join(' ')}`;
  if (!/audio\//i.test(types)) return null;
  const maxSec = Math.min(900, Math.max(5, wholeNumber(interaction, 'data-max-sec') ?? 120));
  return {
    type: 'audio-answer',
    options: [],
    details: { maxSec },
    key: { rubric: rubricOf(reading), modelAnswer: modelAnswer(interaction, reading) },
  };
}
