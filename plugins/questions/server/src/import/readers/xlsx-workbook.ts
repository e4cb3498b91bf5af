import { refuse } from '@lyceum/core/contract';
import type { Entry } from 'yauzl';
import { questionsProblems } from '../../../../contract/index.ts';
import { unreadable } from './limits.ts';
import { readXml } from './xml.ts';
import { type OpenZip, openZip } from './zip.ts';

export type Sheet = { readonly name: string; readonly hidden: boolean; readonly part: string };
export type Workbook = { readonly zip: OpenZip; readonly sheets: readonly Sheet[]; readonly from1904: boolean };

const wrongFormat = (reason: string): never => refuse(questionsProblems.importFormat, { params: { reason } });

export const entryOf = (zip: OpenZip, name: string): Entry | undefined =>
  zip.entries.find(({ fileName }) => fileName.toLowerCase() === name.toLowerCase());

/** Refuses what is a ZIP and no plain workbook: other files, macros, links to other workbooks, encrypted packages. */
function inspectParts(zip: OpenZip): void {
  const names = zip.entries.map(({ fileName }) => fileName.toLowerCase());
  if (names.includes('encryptedpackage')) wrongFormat('encrypted');
  if (!names.includes('[content_types].xml') || !names.includes('xl/workbook.xml')) wrongFormat('notWorkbook');
  if (names.some((name) => name.includes('vbaproject') || name.includes('macrosheets/') || name.startsWith('xl/dialogsheets/')))
    wrongFormat('macros');
  if (names.some((name) => name.startsWith('xl/externallinks/'))) wrongFormat('externalLinks');
  if (new Set(names).size !== names.length) unreadable('doubleEntry');
}

async function refuseMacroTypes(zip: OpenZip): Promise<void> {
  const entry = entryOf(zip, '[Content_Types].xml');
  if (!entry) return;
  await readXml('contentTypes', zip.bytes(entry), {
    open: (_, attributes) => {
      if (/macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')) wrongFormat('macros');
    },
    close: () => undefined,
  });
}

async function readSheets(zip: OpenZip): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const parts = new Map<string, string>();
  const rels = entryOf(zip, 'xl/_rels/workbook.xml.rels');
  if (rels) {
    await readXml('relationships', zip.bytes(rels), {
      open: (name, { Id, Target, TargetMode }) => {
        if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
        parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
      },
      close: () => undefined,
    });
  }
  const sheets: Sheet[] = [];
  let from1904 = false;
  const book = entryOf(zip, 'xl/workbook.xml');
  if (book) {
    await readXml('workbook', zip.bytes(book), {
      open: (name, attributes) => {
        if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
        if (name !== 'sheet') return;
        const id = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1];
        const part = parts.get(id ?? '');
        if (part && entryOf(zip, part))
          sheets.push({ name: attributes['name'] ?? part, hidden: (attributes['state'] ?? 'visible') !== 'visible', part });
      },
      close: () => undefined,
    });
  }
  return { sheets, from1904 };
}

/** Opens a workbook after every check that needs no row. Close `zip` afterwards. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path, questionsProblems.importUnreadable);
  try {
    inspectParts(zip);
    await refuseMacroTypes(zip);
    const { sheets, from1904 } = await readSheets(zip);
    if (sheets.length === 0) unreadable('noSheet');
    return { zip, sheets, from1904 };
  } catch (error) {
    zip.close();
    throw error;
  }
}
