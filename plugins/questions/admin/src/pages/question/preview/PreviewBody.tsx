import { useProblemText, useText } from '@lyceum/core/admin';
import { directionOf, type ViewActions, viewTexts } from '@lyceum/questions/views';
import { VIEW_STRINGS } from '@lyceum/questions/views/strings';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Shown } from '../use-preview.ts';
import { LearnerFrame } from './LearnerFrame.tsx';
import { type Look, PreviewControls, PreviewMarking } from './PreviewControls.tsx';
import { PreviewPage } from './PreviewPage.tsx';
import { useTrial } from './use-trial.ts';

/** True where learners may get the question's lists in another order. */
function canShuffle({ item: { type, options, details } }: Shown): boolean {
  if (type === 'true-false') return false;
  return options.length > 1 || (details !== null && 'gaps' in details && details.gaps.some((gap) => gap.options));
}

/** The question in the learners' own page, to look at from all sides, to answer and to have marked [Q-45]. */
export function PreviewBody({ shown, look, onLook }: { shown: Shown; look: Look; onLook: (look: Look) => void }) {
  const t = useText('questions');
  const { formatNumber } = useIntl();
  const problemText = useProblemText();
  const trial = useTrial(shown);
  const { lang } = shown.item;
  const texts = useMemo(() => viewTexts(lang, VIEW_STRINGS[lang]), [lang]);
  const { media } = shown;
  const actions = useMemo<ViewActions>(
    () => ({
      onPlay: async (id) => {
        const url = media[id];
        if (url === undefined) throw new Error('this sound is not stored');
        return { url, playsLeft: null };
      },
      // A trial keeps nothing: the recording stays in this page.
      onRecording: async () => crypto.randomUUID(),
    }),
    [media],
  );

  const { mark } = trial;
  const percent = (ratio: number) => formatNumber(ratio, { style: 'percent', maximumFractionDigits: 0 });
  const said =
    trial.error !== null
      ? problemText(trial.error)
      : mark === null
        ? null
        : mark.ratio === null || mark.points === null
          ? t('preview.marked-by-hand')
          : t('preview.marked', { percent: percent(mark.ratio), points: mark.points, of: shown.item.points });

  return (
    <>
      <PreviewControls look={look} onLook={onLook} onShuffle={shown.shuffle} canShuffle={canShuffle(shown)} />
      <div style={{ paddingBlockStart: 12 }}>
        <LearnerFrame device={look.device} theme={look.theme} lang={lang} dir={directionOf(lang)} title={t('preview.title')}>
          <PreviewPage
            shown={shown}
            texts={texts}
            titles={{ hints: t('field.hints'), explanation: t('field.explanation'), solution: t('field.solution') }}
            response={trial.response}
            onResponse={trial.answer}
            mark={mark}
            withAnswer={look.withAnswer}
            actions={actions}
          />
        </LearnerFrame>
      </div>
      <PreviewMarking
        said={said}
        isChecked={mark !== null}
        isChecking={trial.isChecking}
        onCheck={() => void trial.check()}
        onAgain={trial.again}
      />
    </>
  );
}
