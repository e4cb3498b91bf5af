import type { Paper } from '@lyceum/exams/contract';
import { Eye, EyeOff, Keyboard } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { LATE_SEC } from '../clock/exam-clock.ts';
import type { TimerView } from '../session/exam-timer.ts';
import { timeText, useTexts } from '../texts.ts';

type Props = { paper: Paper; item: number; timer: TimerView; onHelp: () => void };

/** Title, section and time: all that stands above the paper. */
export function ExamHead({ paper, item, timer, onHelp }: Props) {
  const { t } = useTexts();
  return (
    <header className="exam-head">
      <div>
        <div className="exam-name">
          <h1>
            <bdi>{paper.exam.title}</bdi>
          </h1>
          <SectionName paper={paper} item={item} />
        </div>
        <Time timer={timer} />
        <Button className="optional" kind="quiet" size="small" onClick={onHelp} aria-keyshortcuts="?">
          <Keyboard className="icon" aria-hidden="true" />
          {t('exam:player.keys.button')}
        </Button>
      </div>
    </header>
  );
}

function SectionName({ paper, item }: { paper: Paper; item: number }) {
  const { t } = useTexts();
  const index = paper.sections.findIndex((section) => section.items.some((one) => one.item === item));
  const title = paper.sections[index]?.title ?? '';
  if (paper.sections.length < 2) return title === '' ? null : <p>{title}</p>;
  const place = t('exam:player.sectionOf', { number: index + 1, total: paper.sections.length });
  return (
    <p>
      {title === '' ? (
        place
      ) : (
        <>
          {title}
          <span className="optional">
            {t('exam:player.comma')}
            {place}
          </span>
        </>
      )}
    </p>
  );
}

function Time({ timer }: { timer: TimerView }) {
  const { t } = useTexts();
  const [hidden, setHidden] = useState(false);
  if (timer.left === null) return <div className="exam-time" />;
  const late = timer.left < LATE_SEC;
  const sentence = t(`exam:player.time.${late ? 'leftClock' : 'left'}.${timer.of}`, { time: timeText(t, timer.left) });
  const Icon = hidden ? Eye : EyeOff;
  return (
    <div className="exam-time" data-late={late ? '' : undefined}>
      {hidden ? (
        <span className="soft">{t('exam:player.time.hidden')}</span>
      ) : (
        <span role="timer" aria-live="off">
          {sentence}
        </span>
      )}
      <Button
        kind="icon"
        size="small"
        aria-pressed={hidden}
        aria-label={t('exam:player.time.hide')}
        onClick={() => setHidden(!hidden)}
      >
        <Icon className="icon" aria-hidden="true" />
      </Button>
    </div>
  );
}
