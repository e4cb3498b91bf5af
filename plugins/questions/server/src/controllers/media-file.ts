import { answer } from '@lyceum/core/server';
import { getSignedMedia } from '../../../contract/index.ts';
import { serveMedia } from '../services/signed-media.ts';

export const mediaFileAnswers = [answer(getSignedMedia, ({ params, query, request }) => serveMedia(params.id, query, request))];
