import { isRefusal } from '@lyceum/core/contract';
import type { Entry } from 'yauzl';
import { IMPORT_HARD_LIMITS, questionsProblems } from '../../../../contract/index.ts';
import { packagePath, safePath } from '../../../../domain/exchange/html/media-name.ts';
import { isTest, questionFiles, type Resource, readResource } from '../../../../domain/exchange/package/manifest.ts';
import { testSections } from '../../../../domain/exchange/package/test-sections.ts';
import { xmlEncoding } from '../../../../domain/exchange/package/xml-encoding.ts';
import { XmlProblem, type XmlWatch, xmlTrees } from '../../../../domain/exchange/package/xml-tree.ts';
import { unreadable } from './limits.ts';
import { type OpenZip, openZip } from './zip.ts';

const MANIFEST = 'imsmanifest.xml';
/** Files systems put into archives by themselves. */
const NOISE = /(?:^|\/)(?:__MACOSX\/|\.|thumbs\.db$)/i;
const MEDIA = /\.(?:png|jpe?g|gif|webp|svg|mp3|ogg|oga|opus|wav|m4a|aac)$/i;

/** An opened package: its files by their paths, without steps out of it, whatever the names say. */
export type OpenPackage = {
  readonly zip: OpenZip;
  readonly files: ReadonlyMap<string, Entry>;
  /** The folder of the manifest. */
  readonly folder: string;
  readonly manifest: Entry | null;
};

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Opens a package of questions. @throws Refusal when it is damaged, made to harm, or beyond a limit */
export async function openPackage(path: string): Promise<OpenPackage> {
  const zip = await openZip(path, questionsProblems.importUnreadable, IMPORT_HARD_LIMITS.packageEntries);
  const files = new Map<string, Entry>();
  for (const entry of zip.entries) {
    const name = safePath(entry.fileName);
    if (!entry.fileName.endsWith('/') && !NOISE.test(name) && name !== '' && !files.has(name)) files.set(name, entry);
  }
  const manifests = [...files.keys()].filter((name) => name.toLowerCase().split('/').at(-1) === MANIFEST);
  const [first] = manifests.sort((a, b) => a.split('/').length - b.split('/').length);
  return { zip, files, folder: first ? folderOf(first) : '', manifest: first ? (files.get(first) ?? null) : null };
}

/** A whole document through a reader of XML. @throws XmlProblem */
async function readXmlEntry(zip: OpenZip, entry: Entry, watch: XmlWatch): Promise<void> {
  const reader = xmlTrees(watch);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of zip.bytes(entry)) {
    decoder ??= new TextDecoder(xmlEncoding(chunk) ?? 'utf-8');
    reader.write(decoder.decode(chunk, { stream: true }));
  }
  reader.write(decoder?.decode() ?? '');
  reader.close();
}

async function readResources({ zip, manifest, folder }: OpenPackage): Promise<Resource[]> {
  if (manifest === null) return [];
  const resources: Resource[] = [];
  try {
    await readXmlEntry(zip, manifest, {
      isWanted: (name) => name === 'resource',
      onTree: (tree) => void resources.push(readResource(tree, folder)),
    });
  } catch (problem) {
    if (problem instanceof XmlProblem) unreadable(problem.reason, { part: MANIFEST, line: problem.line });
    throw problem;
  }
  return resources;
}

/** Where the tests of the package use its items. A test that cannot be read names no topics; its items are there all the same. */
async function readTests({ zip, files }: OpenPackage, resources: readonly Resource[]): Promise<Map<string, string[]>> {
  const places = new Map<string, string[]>();
  for (const path of resources.filter(isTest).flatMap((resource) => resource.files.slice(0, 1))) {
    const entry = files.get(path);
    if (entry === undefined) continue;
    try {
      await readXmlEntry(zip, entry, {
        isWanted: (name) => name === 'assessmenttest',
        onTree: (tree) => {
          for (const [item, topic] of testSections(tree, folderOf(path))) if (!places.has(item)) places.set(item, topic);
        },
      });
    } catch (problem) {
      if (!(problem instanceof XmlProblem)) throw problem;
    }
  }
  return places;
}

/** Documents of a package with their metadata, topics from its tests included. */
export async function packageDocuments(opened: OpenPackage) {
  const resources = await readResources(opened);
  const places = await readTests(opened, resources);
  return questionFiles(resources, [...opened.files.keys()]).map(({ path, resource }) => {
    const topic = places.get(path);
    const meta = resource?.meta ?? {};
    return { path, resource, meta: topic && topic.length > 0 && !meta.topic ? { ...meta, topic } : meta };
  });
}

/** A way Canvas writes the root of its files. */
const FILE_BASE = /^(?:\$|%24)(?:IMS-CC-FILEBASE|IMS_CC_FILEBASE)(?:\$|%24)\/?/i;

/** Finds the file of the package that an address in a document means: beside it, from the root, or among the files of a course. */
export function mediaFinderOf({ files, folder }: OpenPackage): (address: string, from: string) => string | null {
  const byLower = new Map([...files.keys()].map((name) => [name.toLowerCase(), name]));
  return (address, from) => {
    const inCourse = FILE_BASE.test(address);
    const rest = address.replace(FILE_BASE, '');
    if (!inCourse && (/^[a-z][a-z0-9+.-]*:/i.test(rest) || rest.startsWith('//'))) return null;
    const places = inCourse ? ['web_resources', `${folder}/web_resources`, folder, ''] : [folderOf(from), folder, ''];
    const found = places.flatMap((place) => byLower.get(packagePath(rest, place).toLowerCase()) ?? [])[0];
    return found !== undefined && MEDIA.test(found) ? found : null;
  };
}

/** Images and audio of a package by their paths. */
export const mediaFiles = ({ files }: OpenPackage): [string, Entry][] => [...files].filter(([name]) => MEDIA.test(name));

/** Whether a ZIP can hold questions: a manifest, or documents where none is. */
export const mayHoldQuestions = ({ files, manifest }: OpenPackage): boolean =>
  manifest !== null || [...files.keys()].some((name) => /\.(?:xml|qti)$/i.test(name));

/** A file of the package that is damaged inside is that file's failure; limits stop everything. */
export const isDamage = (problem: unknown): boolean =>
  isRefusal(problem) && problem.problem.code === questionsProblems.importUnreadable.code;
