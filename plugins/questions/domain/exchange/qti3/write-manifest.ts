import type { ExchangeQuestion } from '../item.ts';
import { xmlAttributes, xmlElement, xmlText } from '../package/xml-text.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
const LOM = 'http://ltsc.ieee.org/xsd/LOM';

/** What the manifest says about one item. */
export type ManifestItem = {
  readonly identifier: string;
  readonly path: string;
  readonly media: readonly string[];
  readonly about: Pick<ExchangeQuestion, 'title' | 'language' | 'tags' | 'difficulty' | 'estimatedSec' | 'licence' | 'topic'>;
};

/** Our scale of 1–10 in the five words of LOM; `lomMeta` reads them as 1, 3, 5, 8 and 10. */
function difficultyWord(difficulty: number): string {
  if (difficulty <= 1) return 'very easy';
  if (difficulty <= 3) return 'easy';
  if (difficulty <= 6) return 'medium';
  return difficulty <= 8 ? 'difficult' : 'very difficult';
}

const lom = (name: string, inner: string | readonly string[]): string => xmlElement(`lom:${name}`, {}, inner);
const words = (name: string, text: string, language?: string): string =>
  lom(name, xmlElement('lom:string', { language }, xmlText(text)));
const listed = (name: string, value: string): string => lom(name, [lom('source', 'LOMv1.0'), lom('value', xmlText(value))]);

function metadata({ title, language, tags = [], difficulty, estimatedSec, licence, topic }: ManifestItem['about']): string {
  const general = [
    ...(title ? [words('title', title, language)] : []),
    ...(language ? [lom('language', language)] : []),
    ...tags.map((tag) => words('keyword', tag, language)),
  ];
  const educational = [
    ...(difficulty === undefined ? [] : [listed('difficulty', difficultyWord(difficulty))]),
    ...(estimatedSec ? [lom('typicalLearningTime', lom('duration', `PT${estimatedSec}S`))] : []),
  ];
  const parts = [
    ...(general.length > 0 ? [lom('general', general)] : []),
    ...(educational.length > 0 ? [lom('educational', educational)] : []),
    ...(licence
      ? [lom('rights', [listed('copyrightAndOtherRestrictions', 'yes'), words('description', licence, language)])]
      : []),
    ...(topic
      ? [
          lom('classification', [
            listed('purpose', 'discipline'),
            lom(
              'taxonPath',
              topic.split(' / ').map((name) => lom('taxon', words('entry', name, language))),
            ),
          ]),
        ]
      : []),
  ];
  return parts.length > 0 ? xmlElement('metadata', {}, lom('lom', parts)) : '';
}

function resource({ identifier, path, media, about }: ManifestItem): string {
  const files = [path, ...media].map((href) => xmlElement('file', { href: href.split('/').map(encodeURIComponent).join('/') }));
  return xmlElement('resource', { identifier, type: 'imsqti_item_xmlv3p0', href: path }, [metadata(about), ...files]);
}

/** The manifest of a package of QTI 3.0, piece by piece. */
export function* manifestPieces(items: Iterable<ManifestItem>): Generator<string> {
  const root = { xmlns: NAMESPACE, 'xmlns:lom': LOM, identifier: 'manifest' };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<manifest${xmlAttributes(root)}>\n`;
  yield '<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>\n<organizations/>\n<resources>\n';
  for (const item of items) yield `${resource(item)}\n`;
  yield '</resources>\n</manifest>\n';
}
