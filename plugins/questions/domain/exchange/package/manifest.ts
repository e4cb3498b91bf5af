import { packagePath } from '../html/media-name.ts';
import { attribute, childElements, findElement, type MarkupElement } from '../html/tree.ts';
import type { ItemMeta } from '../qti/meta.ts';
import { lomMeta } from './lom.ts';

/** One resource of a package: its files as paths from the root of the ZIP. */
export type Resource = {
  readonly identifier: string;
  readonly type: string;
  readonly files: readonly string[];
  readonly meta: ItemMeta;
};

/** A resource element of a manifest. @param folder where the manifest lies in the ZIP */
export function readResource(element: MarkupElement, folder: string): Resource {
  const base = packagePath(attribute(element, 'base') ?? '', folder);
  const href = attribute(element, 'href') ?? attribute(element, 'file');
  const files = [href, ...childElements(element, 'file').map((file) => attribute(file, 'href'))].flatMap((path) =>
    path === undefined || path === '' ? [] : [packagePath(path, base)],
  );
  const metadata = findElement(element, ['metadata']);
  return {
    identifier: attribute(element, 'identifier') ?? '',
    type: (attribute(element, 'type') ?? '').toLowerCase(),
    files: [...new Set(files)],
    meta: metadata ? lomMeta(metadata) : {},
  };
}

export const isTest = ({ type }: Resource): boolean => /qti_(?:test|assessment)_xmlv/.test(type);
export const isItem = ({ type }: Resource): boolean => /qti_(?:api)?p?item_xmlv|qtiitem/.test(type);
const DOCUMENT = /\.(?:xml|qti|dat)$/i;

/**
 * The documents of a package that may hold questions, in the order of the manifest, with what is said about them. Canvas writes
 * each quiz twice; the copy for other systems is left aside where the whole one is there.
 */
export function questionFiles(
  resources: readonly Resource[],
  present: readonly string[],
): { path: string; resource: Resource | null }[] {
  const known = new Set(present);
  const listed = resources
    .filter((resource) => !isTest(resource))
    .flatMap((resource) =>
      resource.files
        .filter((path) => known.has(path) && (DOCUMENT.test(path) || (isItem(resource) && path === resource.files[0])))
        .map((path) => ({ path, resource })),
    );
  // Canvas does not list the banks behind a quiz.
  const banks = present
    .filter((path) => /(?:^|\/)non_cc_assessments\/[^/]+\.xml\.qti$/i.test(path))
    .map((path) => ({ path, resource: null }));
  const files =
    listed.length > 0
      ? [...listed, ...banks]
      : present.filter((path) => DOCUMENT.test(path)).map((path) => ({ path, resource: null }));
  const whole = new Set(banks.map(({ path }) => path.slice(path.lastIndexOf('/') + 1).replace(/\.xml\.qti$/i, '')));
  const seen = new Set<string>();
  return files.filter(({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const folder = path.split('/').at(-2) ?? '';
    const isCopy = !/non_cc_assessments\//i.test(path) && whole.has(folder);
    const isNew = !seen.has(path) && name.toLowerCase() !== 'imsmanifest.xml' && !isCopy;
    seen.add(path);
    return isNew;
  });
}
