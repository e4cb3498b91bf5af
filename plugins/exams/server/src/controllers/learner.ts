import { answer, learnerOf } from '@lyceum/core/server';
import * as contract from '../../../contract/index.ts';
import * as catalogue from '../services/catalogue.ts';
import { ownAttempts } from '../services/history.ts';
import * as papers from '../services/paper.ts';
import { play } from '../services/plays.ts';
import * as recordings from '../services/recordings.ts';
import { reportItem } from '../services/report.ts';
import { result } from '../services/result.ts';
import { review } from '../services/review.ts';
import { save } from '../services/save.ts';
import { start } from '../services/start.ts';
import { submit } from '../services/submit.ts';
import { ticketOf } from '../services/tickets.ts';

/** Paths a thousand learners hit at once; they stand in front of Strapi's middlewares. */
export const hotAnswers = [
  answer(contract.startAttempt, ({ params, body, actor }) => start(params.slug, body, learnerOf(actor).id)),
  answer(contract.takeOverAttempt, ({ params, body, actor }) =>
    papers.takeOverAttempt(params.attemptId, learnerOf(actor).id, body.deviceId),
  ),
  answer(contract.saveAttempt, ({ params, body, request }) =>
    save(params.attemptId, body, ticketOf(request.headers, params.attemptId)),
  ),
  answer(contract.submitAttempt, ({ params, body, actor, request }) =>
    submit(params.attemptId, body.last, {
      ticket: ticketOf(request.headers, params.attemptId),
      learnerId: actor.kind === 'learner' ? actor.id : null,
    }),
  ),
];

export const learnerAnswers = [
  answer(contract.listPublicExams, ({ query }) => catalogue.publicExams(query)),
  answer(contract.listOwnAttempts, ({ query, actor }) => ownAttempts(learnerOf(actor).id, query)),
  answer(contract.getPublicExam, ({ params, actor }) =>
    catalogue.publicExam(params.slug, actor.kind === 'learner' ? actor.id : null),
  ),
  answer(contract.getEligibility, ({ params, actor }) => catalogue.eligibility(params.slug, learnerOf(actor).id)),
  answer(contract.getPaper, ({ params, query, actor }) => papers.paper(params.attemptId, learnerOf(actor).id, query.deviceId)),
  answer(contract.nextSection, ({ params, body, actor }) => papers.nextSection(params.attemptId, learnerOf(actor).id, body.from)),
  answer(contract.getResult, ({ params, actor }) => result(params.attemptId, learnerOf(actor).id)),
  answer(contract.playMedia, ({ params, body, actor }) => play(params.attemptId, learnerOf(actor).id, body)),
  answer(contract.uploadRecording, ({ params, body, actor, request }) =>
    recordings.upload(params.attemptId, body.item, request.file, {
      ticket: ticketOf(request.headers, params.attemptId),
      learnerId: actor.kind === 'learner' ? actor.id : null,
    }),
  ),
  answer(contract.playOwnRecording, ({ params, actor, request }) =>
    recordings.playOwn(params.attemptId, params.recordingId, learnerOf(actor).id, request),
  ),
  answer(contract.reportItem, ({ params, body, actor }) => reportItem(params.attemptId, learnerOf(actor).id, body)),
  answer(contract.getReview, ({ params, actor }) => review(params.attemptId, learnerOf(actor).id)),
];
