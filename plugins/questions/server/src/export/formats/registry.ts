import type { ExportFormat } from '../../../../contract/index.ts';
import { writeGift } from '../../../../domain/exchange/gift/write.ts';
import { JSON_FRAME, writeJson } from '../../../../domain/exchange/json/write.ts';
import type { Exporter } from '../exporter.ts';
import { moodleXmlExporter } from './moodle-xml.ts';
import { qtiExporter } from './qti.ts';
import { csvExporter, xlsxExporter } from './table.ts';
import { textExporter } from './text.ts';

/** Every format that is written. A further one: its file and its line here. */
const EXPORTERS = {
  xlsx: xlsxExporter,
  csv: csvExporter,
  json: textExporter({ extension: 'json', kind: 'json', ...JSON_FRAME, write: writeJson }),
  gift: textExporter({ extension: 'gift', kind: 'txt', head: '', between: '', tail: '', write: writeGift }),
  'moodle-xml': moodleXmlExporter,
  qti: qtiExporter,
} as const satisfies { readonly [Format in ExportFormat]: Exporter };

export const exporterOf = (format: ExportFormat): Exporter => EXPORTERS[format];
