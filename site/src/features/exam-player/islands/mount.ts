import { createClient } from '@lyceum/core/client';
import { loadViews } from '@lyceum/questions/views';
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { syncFrom } from '../clock/exam-clock.ts';
import { openJournalStore } from '../journal/journal-store.ts';
import { createExamApi, type ExamEndpoints } from '../session/exam-api.ts';
import { createExamMedia } from '../session/exam-media.ts';
import { createExamSession, type ExamSession } from '../session/exam-session.ts';
import { fetchFigures } from '../session/fetch-figures.ts';
import { tabDevice } from '../session/tab-device.ts';
import { joinTabs } from '../session/tabs.ts';
import { ExamPlayer, type PlayerProps } from './ExamPlayer.tsx';

/** What the page hands to the browser. */
export type MountProps = PlayerProps & {
  readonly endpoints: ExamEndpoints;
  readonly ticketHeader: string;
  readonly resultHref: string;
};

const now = () => performance.now();

/** Opens the sitting in this tab and takes the page over that the server drew. */
async function mount(place: HTMLElement): Promise<void> {
  const props = JSON.parse(document.querySelector('#exam-props')?.textContent ?? '') as MountProps;
  const { endpoints, ticketHeader, resultHref, ...player } = props;
  const { attemptId } = player.paper;
  const deviceId = tabDevice();
  const { call } = createClient({ baseUrl: '' });
  let lost = false;
  const store = await openJournalStore(attemptId, () => {
    lost = true;
    session?.keepsNothing();
  });
  const navigation = performance.getEntriesByType('navigation')[0];
  const arrivedAtMs = navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : now();
  const sync = (left: number | null) => (left === null ? null : syncFrom(left, arrivedAtMs, arrivedAtMs));

  let session: ExamSession | undefined;
  const tabs = joinTabs(attemptId, deviceId, () => session?.takenElsewhere());
  session = createExamSession(
    {
      paper: player.paper,
      kept: await store.load(),
      times: { exam: sync(player.paper.secondsLeft), section: sync(player.paper.sectionSecondsLeft) },
    },
    {
      api: (onTimes) => createExamApi({ call, endpoints, attemptId, deviceId, ticketHeader, now, onTimes }),
      keep: store.keep,
      clearKept: store.clear,
      announce: tabs.announce,
      now,
      wallNow: Date.now,
      random: Math.random,
      setTimer: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      goToResult: () => location.replace(resultHref),
    },
  );
  if (lost) session.keepsNothing();

  const items = player.paper.sections.flatMap((section) => section.items);
  // Rare types come in pieces of their own; without one the question itself says so and tries again.
  await loadViews(items.map(({ type }) => type)).catch(() => undefined);
  const audioOf = (item: number) =>
    session
      ?.view()
      .paper.sections.flatMap((section) => section.items)
      .find((one) => one.item === item)?.audio ?? [];
  const actions = createExamMedia({ call, endpoints, attemptId, audioOf });
  const early = readEarly(place);
  hydrateRoot(place, createElement(ExamPlayer, { ...player, session, actions }));
  listen(session);
  place.dataset.ready = '';
  for (const { item, option } of early) session.setResponse(item, { selected: [option] });
  await session.start(navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward');
  await fetchFigures(player.paper);
}

/** Choices made before the script was there must not be lost: the page looked as if it took them. */
function readEarly(place: HTMLElement): { item: number; option: string }[] {
  return Array.from(place.querySelectorAll<HTMLInputElement>('.answer > input[type="radio"]:checked'))
    .filter((input) => !input.defaultChecked)
    .map((input) => ({ item: Number(input.name.replace('answer-', '')), option: input.value }));
}

function listen(session: ExamSession): void {
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'visible' ? session.shown() : session.hidden(),
  );
  addEventListener('pagehide', () => session.hidden());
  // A page out of the browser's memory has an old paper, an old time and may have lost the attempt to another tab.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  addEventListener('online', () => session.setOnline(true));
  addEventListener('offline', () => session.setOnline(false));
  if (!navigator.onLine) session.setOnline(false);
}

const place = document.querySelector<HTMLElement>('[data-exam-player]');
if (place !== null) void mount(place);
