import type { ExchangeQuestion, Written } from '../../../../domain/exchange/item.ts';
import type { Exporter } from '../exporter.ts';

type TextForm = Pick<Exporter, 'extension' | 'kind'> & {
  readonly head: string;
  /** Between two questions. */
  readonly between: string;
  readonly tail: string;
  readonly write: (question: ExchangeQuestion) => Written;
};

/** A format of text in which one question follows the other. */
export const textExporter = ({ extension, kind, head, between, tail, write }: TextForm): Exporter => ({
  extension,
  kind,
  holdsMedia: false,
  async *write(questions, tools) {
    yield head;
    let isFirst = true;
    for await (const outgoing of questions) {
      const { text, losses } = write(outgoing.question);
      tools.report(outgoing, text !== null, losses);
      if (text === null) continue;
      yield isFirst ? text : between + text;
      isFirst = false;
    }
    yield tail;
  },
});
