import { useRef } from 'react';
import { useViewTexts } from '../context.tsx';
import type { HtmlElement } from '../html/parse.ts';
import { textOf } from '../html/parse.ts';
import { PauseIcon, PlayIcon } from '../icons.tsx';
import { SPEEDS, timeText } from './clip-time.ts';
import { useClip } from './use-clip.ts';

/** A sound within a text: play, pause, go to a place, speed, and how often it may still be played. */
export function Clip({ element, item }: { element: HtmlElement; item: number }) {
  const { t } = useViewTexts();
  const audio = useRef<HTMLAudioElement>(null);
  const media = element.attributes['data-media'] ?? '';
  const allowed = Number(element.attributes['data-plays'] ?? '') || null;
  const clip = useClip(audio, media, item);
  const name = textOf(element.inner) || t('clip');
  const left = clip.playsLeft ?? allowed;
  // Within a sound that may be played twice, going back would be a third time.
  const isLimited = left !== null;
  const said =
    clip.trouble !== null
      ? t(clip.trouble)
      : clip.playsLeft === null
        ? allowed !== null && t('clipAllowed', { count: allowed })
        : clip.playsLeft > 0
          ? t('clipLeft', { count: clip.playsLeft })
          : t('clipNoneLeft');
  const isSpent = clip.playsLeft === 0 && !clip.isUnderWay;

  return (
    // biome-ignore lint/a11y/useSemanticElements: stands within a sentence, where no fieldset may be
    <span className="clip" role="group" aria-label={name}>
      <audio ref={audio} preload="none" {...clip.events} />
      <button
        type="button"
        className="clip-play"
        aria-label={`${t(clip.isPlaying ? 'clipPause' : 'clipPlay')}: ${name}`}
        aria-disabled={isSpent || undefined}
        aria-busy={clip.isLoading || undefined}
        onClick={() => (isSpent ? undefined : clip.toggle())}
      >
        {clip.isPlaying ? <PauseIcon /> : <PlayIcon />}
      </button>
      <span className="clip-name">{name}</span>
      <input
        className="clip-place"
        type="range"
        min={0}
        max={Math.max(1, clip.length)}
        step="any"
        value={clip.place}
        disabled={isLimited || clip.length === 0}
        aria-label={t('clipSeek')}
        aria-valuetext={`${timeText(clip.place)} / ${timeText(clip.length)}`}
        onChange={(event) => clip.seek(Number(event.target.value))}
      />
      <span className="clip-time ltr">
        {timeText(clip.place)}
        {clip.length > 0 && ` / ${timeText(clip.length)}`}
      </span>
      <select
        className="clip-speed"
        aria-label={t('clipSpeed')}
        value={clip.speed}
        onChange={(event) => clip.setSpeed(Number(event.target.value))}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
      <span className="clip-said" role="status">
        {said}
      </span>
    </span>
  );
}
