import { answer, clock } from '@lyceum/core/server';
import * as contract from '../../../contract/index.ts';
import { checkExam } from '../services/check.ts';
import * as drafts from '../services/drafts.ts';
import { markItem } from '../services/marking.ts';
import { publishExam, unpublishExam } from '../services/publishing.ts';
import { playForMarker } from '../services/recordings.ts';
import { attemptDetail } from '../services/staff-attempt-detail.ts';
import * as attempts from '../services/staff-attempts.ts';

export const staffAnswers = [
  answer(contract.listExams, ({ query }) => drafts.listDrafts(query)),
  answer(contract.getExam, ({ params }) => drafts.getExam(params.examId)),
  answer(contract.createExam, async ({ body, actor }) => drafts.getExam(await drafts.createExam(body, actor))),
  answer(contract.updateExam, async ({ params, body, actor }) => {
    await drafts.updateExam(params.examId, body, actor);
    return drafts.getExam(params.examId);
  }),
  answer(contract.proposeSlug, async ({ query }) => ({ slug: await drafts.proposeSlug(query.title, query.examId ?? null) })),
  answer(contract.checkExam, ({ body }) => checkExam(body.exam, body.examId, clock.now())),
  answer(contract.publishExam, async ({ params, actor }) => {
    await publishExam(params.examId, actor);
    return drafts.getExam(params.examId);
  }),
  answer(contract.unpublishExam, async ({ params, actor }) => {
    await unpublishExam(params.examId, actor);
    return drafts.getExam(params.examId);
  }),
  answer(contract.deleteExam, async ({ params, actor }) => {
    await drafts.deleteExam(params.examId, actor);
    return { deleted: true as const };
  }),
  answer(contract.listAttempts, ({ query }) => attempts.list(query)),
  answer(contract.getAttempt, ({ params }) => attemptDetail(params.attemptId)),
  answer(contract.markItem, ({ params, body, actor }) => markItem(params.attemptId, params.item, body, actor)),
  answer(contract.playRecording, ({ params }) => playForMarker(params.attemptId, params.recordingId)),
  answer(contract.addTime, ({ params, body, actor }) => attempts.addTime(params.attemptId, body, actor)),
  answer(contract.addAttempts, ({ params, body, actor }) => attempts.addAttempts(params.examId, body, actor)),
  answer(contract.voidAttempt, ({ params, body, actor }) => attempts.voidAttempt(params.attemptId, body.reason, actor)),
];
