import type { ExportFormat } from '../../../../contract/index.ts';
import { writeGift } from '../../../../domain/exchange/gift/write.ts';
import { JSON_FRAME, writeJson } from '../../../../domain/exchange/json/write.ts';
import type { Exporter } from '../exporter.ts';
import { moodleXmlExporter } from './moodle-xml.ts';
import { csvExporter, xlsxExporter } from './table.ts';
import { textExporter } from './text.ts';

const EXPORTERS: { readonly [Format in ExportFormat]?: Exporter } = {
  xlsx: xlsxExporter,
  csv: csvExporter,
  json: textExporter({ extension: 'json', kind: 'json', ...JSON_FRAME, write: writeJson }),
  gift: textExporter({ extension: 'gift', kind: 'txt', head: '', between: '', tail: '', write: writeGift }),
  'moodle-xml': moodleXmlExporter,
};

export function exporterOf(format: ExportFormat): Exporter {
  const exporter = EXPORTERS[format];
  if (exporter === undefined) throw new Error(`There is no writer for ${format}`);
  return exporter;
}
