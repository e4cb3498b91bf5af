import { answer } from '@lyceum/core/server';
import { listenToMedia, listUnusedMedia, removeUnusedMedia, uploadMedia } from '../../../contract/index.ts';
import { listen, removeUnused, storeMedia, unused } from '../services/media.ts';

export const mediaAnswers = [
  answer(uploadMedia, ({ request }) => storeMedia(request.file)),
  answer(listenToMedia, ({ params }) => listen(params.id)),
  answer(listUnusedMedia, () => unused()),
  answer(removeUnusedMedia, ({ body, actor }) => removeUnused(body.files, actor)),
];
