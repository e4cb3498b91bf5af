import type { ExamCard, ExamDetail } from '@lyceum/exams/contract';
import { durationText, minutesText, numberText, percentText } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Texts } from '../../i18n/texts.ts';

/** The pass mark as a short figure, or nothing where there is none. */
export function passFigure(locale: Locale, t: Texts, passMark: ExamCard['passMark']): string | undefined {
  if (passMark === null) return undefined;
  return 'percent' in passMark ? percentText(locale, passMark.percent) : t('points', { count: passMark.points });
}

/** The whole time in words, or that there is no limit. */
export const timeText = (locale: Locale, t: Texts, timeLimitSec: number | null): string =>
  timeLimitSec === null ? t('untimed') : minutesText(locale, timeLimitSec);

export type Measure = { figure: string; label: string };

/** The figures at the head of an exam's page. */
export function measuresOf(locale: Locale, t: Texts, exam: ExamDetail): Measure[] {
  const measures = [{ figure: numberText(locale, exam.questionCount), label: t('public:exam.measureQuestions') }];
  if (exam.timeLimitSec !== null) {
    const inMinutes = exam.timeLimitSec % 60 === 0 && exam.timeLimitSec <= 600 * 60;
    measures.push(
      inMinutes
        ? { figure: numberText(locale, exam.timeLimitSec / 60), label: t('public:exam.measureMinutes') }
        : { figure: durationText(locale, exam.timeLimitSec), label: t('public:exam.time') },
    );
  }
  if (exam.sections.length > 1)
    measures.push({ figure: numberText(locale, exam.sections.length), label: t('public:exam.measureSections') });
  const pass = passFigure(locale, t, exam.passMark);
  if (pass !== undefined) measures.push({ figure: pass, label: t('public:exam.measurePass') });
  const attempts = exam.attemptsAllowed === null ? t('public:exam.unlimited') : numberText(locale, exam.attemptsAllowed);
  measures.push({ figure: attempts, label: t('public:exam.measureAttempts') });
  return measures;
}

/** A section's name, or its place where the editor gave none. */
export const sectionName = (t: Texts, title: string, at: number): string =>
  title === '' ? t('public:exam.sectionNumber', { number: at + 1 }) : title;
