import { on, purgePages } from '@lyceum/core/server';
import { examEvents } from '../../../contract/events.ts';
import { examPageTags } from '../../../contract/page-tags.ts';

const purge = (examId: string) => purgePages([examPageTags.list, examPageTags.one(examId)]);

/** The site shows what was published, and no longer what was taken back [S-07]. */
export function subscribePagePurge(): void {
  on('exams.purge-pages-of-published', examEvents.examPublished, (_tx, { payload }) => purge(payload.examId));
  on('exams.purge-pages-of-unpublished', examEvents.examUnpublished, (_tx, { payload }) => purge(payload.examId));
}
