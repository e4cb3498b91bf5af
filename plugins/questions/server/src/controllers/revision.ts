import { answer } from '@lyceum/core/server';
import { compareRevisions, keyImpact, restoreRevision } from '../../../contract/index.ts';
import { keyImpacts } from '../services/key-impact.ts';
import { compareVersions, restoreVersion } from '../services/revision.ts';

export const revisionAnswers = [
  answer(compareRevisions, ({ params, query, actor }) => compareVersions(params.documentId, query, actor)),
  answer(restoreRevision, ({ params, body, actor }) => restoreVersion(params.documentId, params.number, body.ifUpdatedAt, actor)),
  answer(keyImpact, ({ body, actor }) => keyImpacts(body.documentIds, actor)),
];
