import { cleanLine } from '../../text/clean.ts';
import { packagePath } from '../html/media-name.ts';
import { attribute, childElements, type MarkupElement } from '../html/tree.ts';

/** Names that tools give to sections by themselves. */
const NAMELESS = /^(?:section|part|testpart|assessment ?section|rdf|root section|bölüm|main)?[\s_-]*\d*$/i;

const nameOf = (element: MarkupElement): string[] => {
  const title = cleanLine(attribute(element, 'title') ?? '');
  return title === '' || NAMELESS.test(title) ? [] : [title];
};

/** Where a test uses each item: titles of the test and its sections from the root, by the path of the item. The first place counts. */
export function testSections(test: MarkupElement, folder: string): Map<string, string[]> {
  const places = new Map<string, string[]>();
  const walk = (element: MarkupElement, above: readonly string[]): void => {
    for (const child of childElements(element)) {
      if (child.name === 'assessmentitemref') {
        const path = packagePath(attribute(child, 'href') ?? '', folder);
        const topic = above.filter((name, at) => name !== above[at - 1]).slice(0, 3);
        if (path !== '' && !places.has(path)) places.set(path, topic);
      } else if (child.name === 'testpart') walk(child, above);
      else if (child.name === 'assessmentsection') walk(child, [...above, ...nameOf(child)]);
    }
  };
  walk(test, nameOf(test));
  return places;
}
