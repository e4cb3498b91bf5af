import { attribute, childElements, findElements, type MarkupElement } from '../html/tree.ts';
import { approximated } from '../losses.ts';
import { dependsOnResult, type FeedbackTexts } from './answers-of.ts';
import { outcomeDefaults } from './declarations.ts';
import type { QtiReading } from './reading.ts';

type Entry = { readonly identifier: string; readonly element: MarkupElement; used: boolean };

/** Feedback that stands beside the question, to be taken by the answers it is for; what is left explains the question. */
export function feedbackOf(reading: QtiReading): FeedbackTexts & { readonly rest: () => string | null } {
  const elements = [...childElements(reading.item, 'modalfeedback'), ...findElements(reading.body, ['feedbackblock'])];
  const entries: Entry[] = elements
    .filter((element) => (attribute(element, 'showhide') ?? 'show') === 'show')
    .map((element) => ({ identifier: attribute(element, 'identifier') ?? '', element, used: false }));
  const content = (element: MarkupElement): MarkupElement => {
    const inner = childElements(element, 'contentbody');
    return inner.length === 1 && inner[0] ? inner[0] : element;
  };
  return {
    take(identifier) {
      const entry = entries.find((one) => one.identifier === identifier);
      if (!entry) return null;
      entry.used = true;
      return reading.markdown(content(entry.element).children, 'key.feedback') || null;
    },
    rest() {
      const left = entries.filter(({ used }) => !used);
      const always = new Set(outcomeDefaults(reading.item, 'FEEDBACK'));
      if (left.some(({ identifier }) => !always.has(identifier) && dependsOnResult(reading, identifier))) {
        reading.draft.lose(approximated('qtiFeedback', 'explanation'));
      }
      const texts = left
        .map(({ element }) => reading.markdown(content(element).children, 'explanation'))
        .filter((text) => text !== '');
      return [...new Set(texts)].join('\n\n') || null;
    },
  };
}
