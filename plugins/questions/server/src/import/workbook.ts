import { PassThrough, type Readable } from 'node:stream';
import { log } from '@lyceum/core/server';

/**
 * Rows as an XLSX stream with text cells only. The library is loaded when it is first needed; it takes half a second.
 * @param shown how a cell is written, such as with the guard against formulas
 */
export async function workbookOf(rows: AsyncIterable<readonly string[]>, shown: (cell: string) => string): Promise<Readable> {
  const { default: exceljs } = await import('exceljs');
  const stream = new PassThrough();
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('Questions', { views: [{ state: 'frozen', ySplit: 1 }] });
  const write = async () => {
    let isHeader = true;
    for await (const cells of rows) {
      const row = sheet.addRow(cells.map(shown));
      if (isHeader) row.font = { bold: true };
      isHeader = false;
      row.commit();
    }
    sheet.commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => {
    log().error({ err: error }, 'workbook was not written');
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return stream;
}
