import { useCall, useProblemText, useText } from '@lyceum/core/admin';
import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type AttemptDetail, playRecording } from '../../../contract/index.ts';

/** Asks for the recording when somebody wants to hear it, and plays it in place. */
export function RecordingPlayer({ attemptId, recordingId }: { attemptId: AttemptDetail['id']; recordingId: string }) {
  const t = useText('exams');
  const call = useCall();
  const problemText = useProblemText();
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const listen = async () => {
    try {
      setError(null);
      setUrl((await call(playRecording, { params: { attemptId, recordingId } })).url);
    } catch (problem) {
      setError(problemText(problem));
    }
  };
  if (url) {
    // What a learner said in an exam has no written form to caption it with.
    // biome-ignore lint/a11y/useMediaCaption: see above
    return <audio controls autoPlay src={url} style={{ width: '100%' }} aria-label={t('marking.recording')} />;
  }
  return (
    <>
      <Button variant="secondary" onClick={() => void listen()}>
        {t('marking.listen')}
      </Button>
      {error ? (
        <Typography role="alert" textColor="danger600">
          {error}
        </Typography>
      ) : null}
    </>
  );
}
