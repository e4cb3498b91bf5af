import { type Call, endpointUrl } from '@lyceum/core/client';
import type { ItemAudio, Paper } from '@lyceum/exams/contract';
import type { PlayGrant, ViewActions } from '@lyceum/questions/views';
import { type ExamEndpoints, renewing } from './exam-api.ts';

type Options = {
  readonly call: Call;
  readonly endpoints: Pick<ExamEndpoints, 'play' | 'upload' | 'listen' | 'refresh'>;
  readonly attemptId: Paper['attemptId'];
  /** Plays that were left when the paper was read. */
  readonly audioOf: (item: number) => readonly ItemAudio[];
};

/** Sounds take their time on slow lines. */
const UPLOAD_TIMEOUT_MS = 120_000;

/** What the questions of an attempt ask of the server: a sound to play, a recording to keep or to hear again. */
export function createExamMedia({ call, endpoints, attemptId, audioOf }: Options): Required<ViewActions> {
  const params = { attemptId };
  const bySession = <T>(work: () => Promise<T>) => renewing(work, () => call(endpoints.refresh));
  /** Sounds that may be played as often as one likes are fetched once. */
  const kept = new Map<string, PlayGrant>();

  return {
    playsLeft: (media, item) => audioOf(item).find((one) => one.media === media)?.playsLeft ?? null,

    async onPlay(media, item) {
      const known = kept.get(media);
      if (known !== undefined) return known;
      const { url, playsLeft } = await bySession(() => call(endpoints.play, { params, body: { item, media } }));
      // The address opens for a moment only; what is fetched can be paused and gone on with.
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the sound answered ${response.status}`);
      const grant = { url: URL.createObjectURL(await response.blob()), playsLeft };
      if (playsLeft === null) kept.set(media, grant);
      return grant;
    },

    async onRecording(sound, item) {
      const file = { content: sound, name: 'answer' };
      const { recording } = await bySession(() =>
        call(endpoints.upload, { params, body: { item }, file, timeoutMs: UPLOAD_TIMEOUT_MS }),
      );
      return recording;
    },

    onListen: async (recordingId) => endpointUrl('', endpoints.listen, { params: { ...params, recordingId } }),
  };
}
