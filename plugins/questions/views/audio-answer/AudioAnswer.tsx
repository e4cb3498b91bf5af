import { useState } from 'react';
import { timeText } from '../clip/clip-time.ts';
import { useIsStatic, useViewTexts } from '../context.tsx';
import { BinIcon, MicIcon, RetryIcon, StopIcon, UploadIcon } from '../icons.tsx';
import { recordingOf } from '../response.ts';
import type { AnswerProps } from '../types.ts';
import { FILE_MAX_MB, fileTrouble } from './recording.ts';
import { SavedRecording } from './SavedRecording.tsx';
import { useRecorder } from './use-recorder.ts';
import { useUpload } from './use-upload.ts';

const DEFAULT_SEC = 120;

/** An answer by voice: recorded here or chosen as a file, listened to, deleted, recorded again. */
export function AudioAnswer({ item, response, open, onResponse }: AnswerProps) {
  const { t, number } = useViewTexts();
  const isStatic = useIsStatic();
  const { details } = item;
  const maxSec = details !== null && 'maxSec' in details ? details.maxSec : DEFAULT_SEC;
  const stored = recordingOf(response);
  const upload = useUpload(item.item, (recording) => onResponse({ recording }));
  const recorder = useRecorder(maxSec, (sound) => void upload.send(sound));
  const [wrong, setWrong] = useState<ReturnType<typeof fileTrouble>>(null);

  const choose = (file: File | undefined) => {
    const trouble = file === undefined ? null : fileTrouble(file);
    setWrong(trouble);
    if (file !== undefined && trouble === null) void upload.send(file);
  };
  const forget = () => {
    upload.forget();
    onResponse(null);
  };
  const has = stored !== null || upload.url !== null;

  return (
    <section className="recorder" aria-label={t('yourAnswer')}>
      {(open || isStatic) && <p className="hint">{t('audioIntro', { time: timeText(maxSec) })}</p>}
      {recorder.isRecording ? (
        <div className="recorder-now">
          <button type="button" className="button" data-kind="primary" onClick={recorder.stop}>
            <StopIcon />
            {t('audioStop')}
          </button>
          <span role="timer">{t('audioRecording', { time: timeText(recorder.seconds), max: timeText(maxSec) })}</span>
          <meter className="level" min={0} max={1} value={recorder.level} aria-label={t('audioLevel')} />
        </div>
      ) : (
        <>
          {upload.url !== null ? (
            // biome-ignore lint/a11y/useMediaCaption: the learner's own voice, a moment ago
            <audio className="recorder-sound" controls src={upload.url} aria-label={t('audioYours')} />
          ) : (
            stored !== null && <SavedRecording id={stored} item={item.item} />
          )}
          {open && (
            <div className="row">
              <button
                type="button"
                className="button"
                data-kind={has ? undefined : 'primary'}
                onClick={() => void recorder.start()}
              >
                <MicIcon />
                {t(has ? 'audioAgain' : 'audioRecord')}
              </button>
              {has && (
                <button type="button" className="button" onClick={forget}>
                  <BinIcon />
                  {t('audioDelete')}
                </button>
              )}
              <label className="button recorder-file">
                <UploadIcon />
                {t('audioFile')}
                <input
                  type="file"
                  accept="audio/*,video/mp4,video/webm"
                  className="unseen"
                  onChange={(event) => {
                    choose(event.target.files?.[0]);
                    // The same file can be chosen again after it was deleted.
                    event.target.value = '';
                  }}
                />
              </label>
            </div>
          )}
        </>
      )}
      <div className="recorder-said" role="status">
        {recorder.trouble && <p className="trouble">{t(recorder.trouble)}</p>}
        {wrong && <p className="trouble">{t(wrong, { limit: number(FILE_MAX_MB) })}</p>}
        {upload.state === 'sending' && <p className="hint">{t('audioUploading')}</p>}
        {upload.state === 'failed' && <p className="trouble">{t('audioFailed')}</p>}
        {upload.state === 'none' && stored !== null && open && <p className="hint">{t('audioSaved')}</p>}
        {!open && !isStatic && stored === null && <p className="hint">{t('noAnswer')}</p>}
      </div>
      {upload.state === 'failed' && (
        <p>
          <button type="button" className="button" data-size="small" onClick={upload.again}>
            <RetryIcon />
            {t('tryAgain')}
          </button>
        </p>
      )}
    </section>
  );
}
