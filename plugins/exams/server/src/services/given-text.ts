import { plainText } from '@lyceum/core/render';
import type { Content, Response } from '@lyceum/questions/contract';

type Text = { readonly id: string; readonly text: string };

const named = (texts: readonly Text[], id: string) => plainText(texts.find((one) => one.id === id)?.text ?? id);

/** What was put into each gap: typed, or the text of the chosen option. */
function gapTexts(gaps: Readonly<Record<string, string>>, { details }: Content): string[] {
  const known = details && 'gaps' in details ? details.gaps : [];
  return Object.entries(gaps)
    .filter(([, given]) => given.trim() !== '')
    .map(([id, given]) => `${id}: ${named(known.find((gap) => gap.id === id)?.options ?? [], given)}`);
}

/**
 * A response in words, as staff read it. Null when nothing was given, and for a recording, which is heard instead.
 * @param response in the ids of the bank
 */
export function givenText(response: Response, content: Content): string | null {
  if (response === null || 'recording' in response) return null;
  const { options = [], details } = content;
  const prompts = details && 'prompts' in details ? details.prompts : [];
  const text = () => {
    if ('number' in response) return response.number;
    if ('text' in response) return response.text;
    if ('longText' in response) return response.longText;
    if ('gaps' in response) return gapTexts(response.gaps, content).join(' · ');
    if ('order' in response) return response.order.map((id) => named(options, id)).join(' → ');
    if ('pairs' in response)
      return Object.entries(response.pairs)
        .map(([prompt, id]) => `${named(prompts, prompt)} → ${named(options, id)}`)
        .join(' · ');
    return response.selected.map((id) => named(options, id)).join(' · ');
  };
  return text().trim() || null;
}
