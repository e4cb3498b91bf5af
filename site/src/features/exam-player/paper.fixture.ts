import type { Paper, PaperItem } from '@lyceum/exams/contract';

/** A paper for tests: three questions of one section, untouched, one hour left. */
export function paperOf(changes: Partial<Paper> = {}, items: readonly PaperItem[] = [itemOf(1), itemOf(2), itemOf(3)]): Paper {
  return {
    attemptId: '019a0000-0000-7000-8000-000000000001' as Paper['attemptId'],
    state: 'running',
    exam: {
      title: 'Technician',
      slug: 'technician',
      instructionsHtml: '',
      presentation: 'one',
      backNavigation: true,
      scoreVisible: true,
    },
    here: true,
    startedAt: '2026-11-21T10:00:00.000Z',
    secondsLeft: 3_600,
    sectionSecondsLeft: null,
    serverNow: '2026-11-21T10:00:00.000Z',
    sections: [{ id: 's1', title: 'Rules', timeLimitSec: null, state: 'open', itemCount: items.length, items: [...items] }],
    itemCount: items.length,
    responses: {},
    position: 1,
    openFrom: 1,
    openTo: items.length,
    autosaveSec: 5,
    heartbeatSec: 15,
    ...changes,
  };
}

export function itemOf(item: number, changes: Partial<PaperItem> = {}): PaperItem {
  const options = ['1', '2', '3', '4'].map((id) => ({ id, html: `Option ${id}` }));
  return {
    item,
    sectionId: 's1',
    type: 'single-choice',
    stemHtml: `<p>Stem ${item}</p>`,
    options,
    unit: null,
    lang: 'en',
    isTranslated: true,
    points: 1,
    details: null,
    audio: [],
    ...changes,
  };
}
