import { defineEndpoint, Instant, owner } from '@lyceum/core/contract';
import { ViewDetails } from '@lyceum/questions/contract/learner-view';
import { z } from 'zod';
import { examProblems } from './problems.ts';
import { OptionId, SavedResponse } from './responses.ts';
import { AttemptId, AttemptState, DeviceId, ItemLanguage, ItemType, Presentation, Slug } from './values.ts';

const AttemptParams = z.strictObject({ attemptId: AttemptId });

/** A sound in an item. `playsLeft` is null where it may be played as often as one likes; the server counts. */
export const ItemAudio = z.object({ media: z.uuid(), playsLeft: z.number().int().nullable() });
export type ItemAudio = z.output<typeof ItemAudio>;

export const PaperItem = z.object({
  /** Place on the whole paper, from 1. */
  item: z.number().int(),
  sectionId: z.string(),
  type: ItemType,
  /** In a text with gaps each is `<span class="gap" data-gap="1"></span>`; a sound is `<span class="audio-clip" data-media="…">`. */
  stemHtml: z.string(),
  /** For choice, matching and ordering, already in this attempt's order; otherwise empty. */
  options: z.array(z.object({ id: OptionId, html: z.string() })),
  /** Gaps, prompts, words asked for or length of a recording, where the type has them. */
  details: ViewDetails,
  /** Plain text such as `km/h`, for number items. */
  unit: z.string().nullable(),
  lang: ItemLanguage,
  /** False when the question is not published in the learner's language and so stands in its own, `lang`. */
  isTranslated: z.boolean(),
  points: z.number(),
  /** Sounds in the item, each once; empty for most items. */
  audio: z.array(ItemAudio),
});
export type PaperItem = z.output<typeof PaperItem>;

export const PaperSection = z.object({
  id: z.string(),
  title: z.string(),
  timeLimitSec: z.number().int().nullable(),
  /** Sections with own time are `waiting`, then `open`, then `over`, and only the open one has items. Without own times all are open. */
  state: z.enum(['open', 'waiting', 'over']),
  itemCount: z.number().int(),
  items: z.array(PaperItem),
});

export const Paper = z.object({
  attemptId: AttemptId,
  state: AttemptState,
  exam: z.object({
    title: z.string(),
    slug: Slug,
    instructionsHtml: z.string(),
    presentation: Presentation,
    /** False: items before the furthest one reached are closed. */
    backNavigation: z.boolean(),
    scoreVisible: z.boolean(),
  }),
  /** True when `deviceId` of the query holds the attempt; otherwise the page is read-only until it takes over. */
  here: z.boolean(),
  startedAt: Instant,
  /** By the database's clock, null when untimed. The page counts down from here and never trusts its own clock's date. */
  secondsLeft: z.number().int().nullable(),
  /** Time left in the open section, null without own time. */
  sectionSecondsLeft: z.number().int().nullable(),
  serverNow: Instant,
  sections: z.array(PaperSection),
  itemCount: z.number().int(),
  /** Keyed by item number. */
  responses: z.record(z.string(), SavedResponse),
  position: z.number().int(),
  /** Items before this one are closed (sections with own time, no back-navigation). */
  openFrom: z.number().int(),
  /** Items after this one are not open yet. */
  openTo: z.number().int(),
  autosaveSec: z.number().int(),
  heartbeatSec: z.number().int(),
});
export type Paper = z.output<typeof Paper>;

export const getPaper = defineEndpoint({
  method: 'GET',
  path: '/v1/exams/attempts/:attemptId/paper',
  summary: 'The paper of a running attempt with everything saved so far',
  access: owner('attempt'),
  params: AttemptParams,
  query: z.strictObject({ deviceId: DeviceId.optional() }),
  reply: Paper,
  problems: [examProblems.attemptNotFound, examProblems.attemptClosed],
});

export const nextSection = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/next-section',
  summary: 'Ends the open section with own time and opens the next one; read the paper again afterwards',
  access: owner('attempt'),
  params: AttemptParams,
  body: z.strictObject({ /** Section that is left; a repeated call changes nothing. */ from: z.string().max(40) }),
  reply: z.object({ openFrom: z.number().int(), openTo: z.number().int(), sectionSecondsLeft: z.number().int().nullable() }),
  problems: [examProblems.attemptNotFound, examProblems.attemptClosed, examProblems.sectionNotLast],
});

export const playMedia = defineEndpoint({
  method: 'POST',
  path: '/v1/exams/attempts/:attemptId/plays',
  summary: 'Counts one play of a sound in an item and gives a short-lived address for it; refused when no play is left',
  access: owner('attempt'),
  params: AttemptParams,
  body: z.strictObject({ item: z.number().int().min(1).max(500), media: z.uuid() }),
  reply: z.object({
    /** Fetch it at once and play what was fetched: it opens for about a minute. */
    url: z.string(),
    playsLeft: z.number().int().nullable(),
  }),
  problems: [
    examProblems.attemptNotFound,
    examProblems.attemptClosed,
    examProblems.itemNotFound,
    examProblems.noPlaysLeft,
    examProblems.reviewNotAllowed,
  ],
});
