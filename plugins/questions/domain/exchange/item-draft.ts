import type { RuleMessage } from '../../contract/index.ts';
import { asMarkdown, type TextOptions } from './formatted-text.ts';
import type { ExchangeItem, ExchangeQuestion, Loss } from './item.ts';
import type { TextFormat } from './text-format.ts';

/** At most so much of an entry is kept beside its result. */
export const SOURCE_CHARACTERS = 100_000;

/**
 * The notes taken while one entry becomes a question.
 * @param mediaName the file that an address in a text means; without it no file comes with the entry
 */
export function itemDraft(mediaName?: TextOptions['mediaName']) {
  const losses: Loss[] = [];
  const messages: RuleMessage[] = [];
  return {
    losses,
    messages,
    lose: (...more: readonly Loss[]) => void losses.push(...more),
    tell: (...more: readonly RuleMessage[]) => void messages.push(...more),
    /** A text of the file as Markdown, in one line where it is an option's; what it loses is noted under the field. */
    markdown(text: string, format: TextFormat, field: string): string {
      const inline = /^(?:options|details)\./.test(field);
      const result = asMarkdown(text, format, { field, inline, ...(mediaName ? { mediaName } : {}) });
      losses.push(...result.losses);
      return result.markdown;
    },
    /** The entry with its notes. With an error there is no half question [I10]. */
    item(
      head: Pick<ExchangeItem, 'number' | 'kind'> & { readonly source: string },
      question: ExchangeQuestion | null,
    ): ExchangeItem {
      const source = head.source.length > SOURCE_CHARACTERS ? head.source.slice(0, SOURCE_CHARACTERS) : head.source;
      return { ...head, source, question, losses, messages };
    },
  };
}

export type ItemDraft = ReturnType<typeof itemDraft>;
