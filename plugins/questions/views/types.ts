import type { Locale } from '@lyceum/core/contract';
import type { QuestionType, Response, ViewDetails, ViewOption } from '../contract/index.ts';

export type { ViewDetails, ViewOption };

/** What a learner gave, in the ids that were shown to them. Null is no answer. */
export type ViewResponse = Exclude<Response, null>;

/** A question as a learner sees it. `PaperItem` and `ReviewItem` of an attempt are such values. */
export type ViewItem = {
  /** Its number on the paper; it names the fields on the page. */
  readonly item: number;
  readonly type: QuestionType;
  readonly stemHtml: string;
  readonly options: readonly ViewOption[];
  readonly unit: string | null;
  readonly lang: Locale;
  readonly points: number;
  readonly details: ViewDetails;
};

/** What every answer gets. */
export type AnswerProps = {
  readonly item: ViewItem;
  readonly response: ViewResponse | null;
  /** The answer can be changed. */
  readonly open: boolean;
  readonly onResponse: (response: ViewResponse | null) => void;
};

/** The address of an audio clip for one play. @throws when there is none; the message of `playsLeft` 0 is shown */
export type PlayGrant = { readonly url: string /** Null where plays are not counted. */; readonly playsLeft: number | null };

/** What the page around does for the views; a view asks nobody else. */
export type ViewActions = {
  /** Plays left of a sound as the page knows them; null where they are not counted. */
  readonly playsLeft?: ((mediaId: string, item: number) => number | null) | undefined;
  readonly onPlay?: ((mediaId: string, item: number) => Promise<PlayGrant>) | undefined;
  /** Stores a recording and gives its id. */
  readonly onRecording?: ((sound: Blob, item: number) => Promise<string>) | undefined;
  /** The address of a stored recording, to listen to it again. */
  readonly onListen?: ((recordingId: string, item: number) => Promise<string>) | undefined;
};

export const directionOf = (lang: Locale): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr');

/** Id of the stem on the page, for what describes itself by it. */
export const stemIdOf = (item: Pick<ViewItem, 'item'>): string => `q${item.item}-stem`;
