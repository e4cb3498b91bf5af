import { readFile } from 'node:fs/promises';
import type { ExchangeQuestion } from '../../../../domain/exchange/item.ts';
import { MOODLE_FRAME, moodleAddresses, writeMoodleXml } from '../../../../domain/exchange/moodle-xml/write.ts';
import type { Exporter, ExportTools } from '../exporter.ts';

/** The files of one question as they stand inside it: one question is held at a time. */
async function filesOf(question: ExchangeQuestion, { media }: ExportTools) {
  const files = new Map<string, { name: string; base64: string }>();
  for (const address of moodleAddresses(question)) {
    const stored = await media(address);
    if (stored) files.set(address, { name: stored.name, base64: (await readFile(stored.path)).toString('base64') });
  }
  return files;
}

/** Moodle's XML with images and audio inside it. */
export const moodleXmlExporter: Exporter = {
  extension: 'xml',
  kind: 'xml',
  holdsMedia: true,
  async *write(questions, tools) {
    yield MOODLE_FRAME.head;
    for await (const outgoing of questions) {
      const { text, losses } = writeMoodleXml(outgoing.question, await filesOf(outgoing.question, tools));
      tools.report(outgoing, text !== null, losses);
      if (text !== null) yield text;
    }
    yield MOODLE_FRAME.tail;
  },
};
