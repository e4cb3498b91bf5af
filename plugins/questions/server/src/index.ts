import { routesFor } from '@lyceum/core/server';
import contentTypes from './content-types/index.ts';
import { bulkAnswers } from './controllers/bulk.ts';
import { careAnswers } from './controllers/care.ts';
import { duplicateAnswers } from './controllers/duplicate.ts';
import { exportAnswers } from './controllers/export.ts';
import { formatAnswers } from './controllers/format.ts';
import { importAnswers } from './controllers/import.ts';
import { mediaAnswers } from './controllers/media.ts';
import { mediaFileAnswers } from './controllers/media-file.ts';
import { partnerImportAnswers } from './controllers/partner-import.ts';
import { previewAnswers } from './controllers/preview.ts';
import { questionAnswers } from './controllers/question.ts';
import { revisionAnswers } from './controllers/revision.ts';
import { savedViewAnswers } from './controllers/saved-views.ts';
import { setAnswers } from './controllers/sets.ts';
import { shareLinkAnswers } from './controllers/share-link.ts';
import { taggingAnswers } from './controllers/tagging.ts';
import { taxonomyAnswers } from './controllers/taxonomy.ts';
import { topicAnswers } from './controllers/topic.ts';
import { translationAnswers } from './controllers/translations.ts';
import { workflowAnswers } from './controllers/workflow.ts';
import { register } from './register.ts';
import { publicService } from './services/public.ts';

export default {
  register,
  contentTypes,
  routes: routesFor([
    ...duplicateAnswers,
    ...revisionAnswers,
    ...questionAnswers,
    ...previewAnswers,
    ...shareLinkAnswers,
    ...savedViewAnswers,
    ...bulkAnswers,
    ...topicAnswers,
    ...mediaAnswers,
    ...formatAnswers,
    ...careAnswers,
    ...workflowAnswers,
    ...setAnswers,
    ...taggingAnswers,
    ...translationAnswers,
    ...taxonomyAnswers,
    ...importAnswers,
    ...exportAnswers,
    ...partnerImportAnswers,
    ...mediaFileAnswers,
  ]),
  controllers: {},
  services: { public: () => publicService },
};
