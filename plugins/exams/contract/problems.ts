import { defineProblems } from '@lyceum/core/contract';

/** The refusals of this plugin. `params` are named behind each where the reader's sentence needs values. */
export const examProblems = defineProblems('exams', {
  examNotFound: { status: 404, title: 'There is no such exam' },
  learnerNotFound: { status: 404, title: 'There is no such learner' },
  attemptNotFound: { status: 404, title: 'There is no such attempt' },
  /** An answer after the deadline and the grace time; it was kept as late evidence and does not count. */
  attemptExpired: { status: 409, title: 'Time is up for this attempt' },
  /** Another tab or device took the attempt over. */
  attemptElsewhere: { status: 409, title: 'This attempt goes on in another tab or on another device' },
  /** The attempt was submitted, closed or voided. */
  attemptClosed: { status: 409, title: 'This attempt has ended' },
  attemptRunning: { status: 409, title: 'This attempt has not ended' },
  /** `params: { opensAt }` */
  notOpenYet: { status: 409, title: 'The exam has not opened yet' },
  /** `params: { closesAt }` */
  closed: { status: 409, title: 'The exam has closed' },
  /** `params: { attemptsAllowed }` */
  noAttemptsLeft: { status: 409, title: 'No attempts are left' },
  /** `params: { until }` */
  coolingDown: { status: 409, title: 'The next attempt is possible later' },
  noAccess: { status: 403, title: 'The exam is open to enrolled learners only' },
  notPublished: { status: 409, title: 'The exam is not published' },
  notAccepted: { status: 400, title: 'Accept the rules of the exam first' },
  /** `params: { missing }`: the pool can no longer fill the paper. */
  poolTooSmall: { status: 409, title: 'There are not enough questions for this exam' },
  examWithoutQuestions: { status: 409, title: 'An exam without questions cannot be published' },
  /** The ticket is missing, forged or of another attempt. */
  ticketInvalid: { status: 401, title: 'The ticket of this attempt is not valid' },
  /** The ticket is genuine but too old; `take-over` gives a new one. */
  ticketExpired: { status: 401, title: 'The ticket of this attempt has expired' },
  /** `params: { because: 'never' | 'beforeClosing', from }` */
  reviewNotAllowed: { status: 403, title: 'The answers of this exam are not shown now' },
  /** The exam shows results to staff only. */
  resultNotShown: { status: 403, title: 'The result of this exam is not shown to learners' },
  sectionNotLast: { status: 409, title: 'There is no further section' },
  slugTaken: { status: 409, title: 'Another exam has this address' },
  examInUse: { status: 409, title: 'The exam has attempts; unpublish it instead' },
  nothingToExtend: { status: 409, title: 'This attempt has no time limit' },
  /** `params: { limitBytes }`; the recording is larger than its length allows. */
  recordingTooLarge: { status: 413, title: 'The recording is too large; the limit is named' },
  /** Told by the content of the file, not by its name. */
  recordingFormat: { status: 415, title: 'The file is not a recording that can be played' },
  /** `params: { limit }`: recordings kept for one question. */
  tooManyRecordings: { status: 409, title: 'This question has as many recordings as it may have' },
  /** It does not exist, or belongs to another question, attempt or learner. */
  recordingNotFound: { status: 404, title: 'There is no such recording' },
  /** The item has another type, or is not on the paper or not open. */
  itemNotFound: { status: 404, title: 'There is no such question on this paper' },
  /** `params: { plays }`: how often this clip may be played in all. */
  noPlaysLeft: { status: 409, title: 'This has been played as often as it may be' },
  /** Only what somebody wrote or said for an item marked by hand can be marked. */
  nothingToMark: { status: 409, title: 'This answer is not marked by hand' },
  /** Somebody else marked it since the page was opened. */
  markedMeanwhile: { status: 409, title: 'Somebody else marked this since you opened it' },
  /** The rubric's criteria, each with its share, or points up to those of the question. */
  markIncomplete: { status: 422, title: 'The mark does not fit the rubric; the fields are named' },
  tooManySaves: { status: 429, title: 'Too many saves; wait a moment' },
});
