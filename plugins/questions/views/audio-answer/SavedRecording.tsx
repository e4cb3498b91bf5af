import { useState } from 'react';
import { useActions, useViewTexts } from '../context.tsx';
import { PlayIcon } from '../icons.tsx';

/** A recording that is stored: its address is asked for when somebody wants to listen. */
export function SavedRecording({ id, item }: { id: string; item: number }) {
  const { t } = useViewTexts();
  const { onListen } = useActions();
  const [url, setUrl] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  if (onListen === undefined) return null;
  const listen = () => {
    setHasFailed(false);
    onListen(id, item).then(setUrl, () => setHasFailed(true));
  };
  // biome-ignore lint/a11y/useMediaCaption: a voice that a person handed in
  if (url !== null) return <audio className="recorder-sound" controls autoPlay src={url} aria-label={t('audioYours')} />;
  return (
    <>
      <button type="button" className="button" data-size="small" onClick={listen}>
        <PlayIcon />
        {t('audioListen')}
      </button>
      {hasFailed && (
        <span className="trouble" role="alert">
          {t('audioListenFailed')}
        </span>
      )}
    </>
  );
}
