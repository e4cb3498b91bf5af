import type { RuleMessage } from '../../../../contract/index.ts';
import type { Draft } from './draft.ts';

/** What every part of the form gets: the whole draft, a way to change it, and the messages that may be shown by now. */
export type FormProps = { draft: Draft; change(next: Draft): void; messages: readonly RuleMessage[] };
