import type { Paper } from '@lyceum/exams/contract';
import { type ViewActions, ViewProvider, type ViewStrings, viewTexts } from '@lyceum/questions/views';
import { isChoice } from '@lyceum/questions/views/response';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { directionOf } from '../../../i18n/direction.ts';
import { createIslandTexts } from '../../../i18n/island-texts.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { LATE_SEC } from '../clock/exam-clock.ts';
import { cellState, openQuestions } from '../palette/palette.ts';
import { mayMove } from '../palette/reach.ts';
import type { ExamSession } from '../session/exam-session.ts';
import { firstView } from '../session/exam-view.ts';
import type { StemFigure } from '../stem.ts';
import { TextsContext, useTexts } from '../texts.ts';
import { ExamFoot } from './ExamFoot.tsx';
import { ExamHead } from './ExamHead.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Palette } from './Palette.tsx';
import { Question } from './Question.tsx';
import { SavedMark } from './SavedMark.tsx';
import { StateDialogs } from './StateDialogs.tsx';
import { SubmitDialog } from './SubmitDialog.tsx';
import { useAddress } from './use-address.ts';
import { useExamKeys } from './use-exam-keys.ts';
import { ZoomDialog } from './ZoomDialog.tsx';

export type PlayerProps = {
  readonly paper: Paper;
  readonly locale: Locale;
  /** The texts under `player` of the exam namespace. */
  readonly strings: { readonly exam: { readonly player: object } };
  /** The texts of the questions' own parts. */
  readonly viewStrings: ViewStrings;
  readonly signInHref: string;
};

/** The exam player. Drawn on the server without a session; the browser hydrates the same and joins its own to it. */
export function ExamPlayer({ session, actions, ...props }: PlayerProps & { session: ExamSession | null; actions?: ViewActions }) {
  const { locale, strings, viewStrings } = props;
  const texts = useMemo(
    () => ({ t: createIslandTexts(locale, strings), locale, rightToLeft: directionOf(locale) === 'rtl' }),
    [locale, strings],
  );
  const views = useMemo(() => viewTexts(locale, viewStrings), [locale, viewStrings]);
  return (
    <TextsContext.Provider value={texts}>
      <ViewProvider texts={views} actions={actions}>
        <Player session={session} {...props} />
      </ViewProvider>
    </TextsContext.Provider>
  );
}

const NEVER = () => () => undefined;

function Player({ session, paper: firstPaper, signInHref }: PlayerProps & { session: ExamSession | null }) {
  const { t, rightToLeft } = useTexts();
  const initial = useMemo(() => firstView(firstPaper), [firstPaper]);
  const view = useSyncExternalStore(session?.subscribe ?? NEVER, session?.view ?? (() => initial), () => initial);
  const [dialog, setDialog] = useState<'help' | 'submit' | null>(null);
  const [figure, setFigure] = useState<StemFigure | null>(null);

  const { paper, journal, reach, mode, timer } = view;
  const items = useMemo(() => paper.sections.flatMap((section) => section.items), [paper]);
  const current = items.find(({ item }) => item === journal.position) ?? items[0];
  const open = mode.kind === 'working';
  const sectionEnds = paper.sections.some((section) => section.state === 'waiting');
  const late = timer.left !== null && timer.left < LATE_SEC;

  const ask = useCallback(() => setDialog('submit'), []);
  const close = useCallback(() => setDialog(null), []);
  const onResponse = useCallback<ExamSession['setResponse']>((item, response) => session?.setResponse(item, response), [session]);
  const onFlag = useCallback((item: number) => session?.toggleFlag(item), [session]);
  const goOnHere = useCallback(async () => (await session?.goOnHere()) === 'held', [session]);
  const heading = useAddress(session, view, t);
  useExamKeys({
    current,
    entry: current && journal.entries[current.item],
    reach,
    open,
    rightToLeft,
    onResponse,
    onFlag,
    onHelp: () => setDialog('help'),
  });

  const cells = items
    .filter(({ item }) => item >= paper.openFrom && item <= paper.openTo)
    .map(({ item }) => ({ item, ...cellState(journal.entries[item]) }));
  const mark = <SavedMark saved={view.saved} mode={mode} late={late} keeps={view.keeps} onGoOnHere={() => void goOnHere()} />;
  const shown =
    paper.exam.presentation === 'all'
      ? items.filter(({ item }) => item >= paper.openFrom && item <= paper.openTo)
      : current
        ? [current]
        : [];

  return (
    <div className="exam">
      <a className="skip" href="#main">
        {t('exam:player.skip')}
      </a>
      <ExamHead paper={paper} item={journal.position} timer={timer} onHelp={() => setDialog('help')} />
      <div className="exam-body">
        <main className="questions" id="main">
          {shown.map((item, index) => {
            const entry = journal.entries[item.item];
            return entry === undefined ? null : (
              <Question
                key={item.item}
                item={item}
                entry={entry}
                total={paper.itemCount}
                oneWay={!paper.exam.backNavigation && paper.exam.presentation === 'one'}
                open={open && (paper.exam.presentation === 'all' || mayMove(reach, item.item))}
                onResponse={onResponse}
                onFlag={onFlag}
                onZoom={setFigure}
                headingRef={item.item === journal.position ? heading : undefined}
              >
                {index === 0 ? mark : undefined}
              </Question>
            );
          })}
        </main>
        <Palette paper={paper} journal={journal} reach={reach} onSubmit={ask} canSubmit={open && !sectionEnds} />
      </div>
      <ExamFoot
        item={journal.position}
        total={paper.itemCount}
        reach={reach}
        end={sectionEnds ? 'section' : 'submit'}
        canEnd={open}
        onEnd={ask}
      >
        {mark}
      </ExamFoot>
      <LiveRegion timer={timer} saved={view.saved} />
      <SubmitDialog
        open={dialog === 'submit'}
        what={sectionEnds ? 'section' : 'submit'}
        {...openQuestions(cells)}
        reachable={(item) => mayMove(reach, item) || item === journal.position}
        left={timer.left}
        onClose={close}
        onConfirm={() => {
          close();
          void (sectionEnds ? session?.nextSection() : session?.handIn());
        }}
      />
      <HelpDialog
        open={dialog === 'help'}
        options={current !== undefined && isChoice(current.type) ? current.options.length : 0}
        onClose={close}
      />
      <ZoomDialog figure={figure} onClose={() => setFigure(null)} />
      <StateDialogs mode={mode} signInHref={signInHref} onGoOnHere={goOnHere} onGoOnWorking={() => session?.goOnWorking()} />
    </div>
  );
}
