import { readFileSync, statSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { englishQuestions } from './english.ts';
import { demoExams } from './exams.ts';
import { demoFigures, figuresIn, withAddresses } from './figures.ts';
import { demoHistory } from './history.ts';
import { mathematicsQuestions } from './mathematics.ts';
import { demoLearners, demoPeople } from './people.ts';
import { demoQuestions, textsOf } from './questions.ts';
import { placedTopics } from './topics.ts';
import type { DemoQuestion, DemoRule } from './types.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const ofType = (type: DemoQuestion['type']) => demoQuestions.filter((question) => question.type === type);
const wordsOnce = (values: readonly string[]) => new Set(values).size === values.length;

describe('demo questions', () => {
  it('are 60, half English and half mathematics, each code once', () => {
    expect(englishQuestions).toHaveLength(30);
    expect(mathematicsQuestions).toHaveLength(30);
    expect(wordsOnce(demoQuestions.map((question) => question.code))).toBe(true);
    expect(wordsOnce(demoQuestions.map((question) => question.stem))).toBe(true);
  });

  it('hold six English questions a level, two steps of difficulty each', () => {
    for (const [place, level] of ['A1', 'A2', 'B1', 'B2', 'C1'].entries()) {
      const found = englishQuestions.filter((question) => question.code.startsWith(`EN-${level}-`));
      expect(found, level).toHaveLength(6);
      for (const question of found) expect([2 * place + 1, 2 * place + 2], question.code).toContain(question.difficulty);
    }
  });

  it('show every type often enough', () => {
    expect(ofType('single-choice').length).toBeGreaterThan(20);
    expect(ofType('multiple-choice').length).toBeGreaterThanOrEqual(6);
    expect(ofType('true-false').length).toBeGreaterThanOrEqual(4);
    expect(ofType('number').length).toBeGreaterThanOrEqual(8);
    expect(ofType('short-text').length).toBeGreaterThanOrEqual(5);
  });

  it('have a key that fits their type', () => {
    for (const question of demoQuestions) {
      switch (question.type) {
        case 'single-choice':
        case 'multiple-choice': {
          const ids = question.options.map((option) => option.id);
          expect(ids.length, question.code).toBeGreaterThanOrEqual(2);
          expect(ids.length, question.code).toBeLessThanOrEqual(10);
          expect(ids, question.code).toEqual([...'abcdefghij'].slice(0, ids.length));
          expect(wordsOnce(question.options.map((option) => option.text.normalize('NFC').trim())), question.code).toBe(true);
          expect(ids, question.code).toEqual(expect.arrayContaining(question.key.correct));
          expect(wordsOnce(question.key.correct), question.code).toBe(true);
          if (question.type === 'single-choice') expect(question.key.correct, question.code).toHaveLength(1);
          else expect(question.key.correct.length, question.code).toBeGreaterThan(1);
          break;
        }
        case 'true-false':
          expect(['true', 'false']).toContain(question.key.correct[0]);
          break;
        case 'number':
          expect(Number.isFinite(question.key.value), question.code).toBe(true);
          expect(question.key.tolerance, question.code).toBeGreaterThanOrEqual(0);
          break;
        case 'short-text':
          expect(question.key.accepted.length, question.code).toBeGreaterThan(0);
          for (const text of question.key.accepted) expect(text, question.code).toBe(text.trim());
          break;
      }
    }
  });

  it('do not favour one place for the right option', () => {
    const right = demoQuestions.flatMap((question) => (question.type === 'single-choice' ? question.key.correct : []));
    for (const id of ['a', 'b', 'c', 'd']) {
      const share = right.filter((one) => one === id).length / right.length;
      expect(share, id).toBeGreaterThan(0.1);
      expect(share, id).toBeLessThan(0.4);
    }
  });

  it('pin options such as “None of these” at the end', () => {
    const pinned = demoQuestions.filter((question) => 'options' in question && question.options.some((option) => option.pinned));
    expect(pinned.length).toBeGreaterThanOrEqual(2);
    for (const question of pinned) if ('options' in question) expect(question.options.at(-1)?.pinned, question.code).toBe(true);
  });

  it('explain themselves, and mathematics shows the way', () => {
    for (const question of demoQuestions) {
      expect(question.explanation.length, question.code).toBeGreaterThan(80);
      expect(question.hints.length, question.code).toBeGreaterThan(0);
      expect(question.difficulty, question.code).toBeGreaterThanOrEqual(1);
      expect(question.difficulty, question.code).toBeLessThanOrEqual(10);
      // Options are shuffled, so no text may call one by its letter.
      for (const text of textsOf(question)) expect(text, question.code).not.toMatch(/\b(answer|option) [A-Ja-j]\b/i);
    }
    for (const question of mathematicsQuestions) expect(question.solution, question.code).toMatch(/^1\. .+\n2\. /);
  });

  it('hold only formulas that can be read [Q-21]', () => {
    let count = 0;
    for (const question of demoQuestions) {
      for (const text of textsOf(question)) {
        const formulas = [...text.matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)].map((match) => match[1] ?? match[2] ?? '');
        expect(text.split('$').length % 2, `${question.code}: a lone dollar sign`).toBe(1);
        for (const formula of formulas) {
          expect(
            () => katex.renderToString(formula, { throwOnError: true, strict: 'error' }),
            `${question.code}: ${formula}`,
          ).not.toThrow();
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  it('show figures that exist, are small, and have an alternative text [Q-19]', () => {
    const uses = demoQuestions.flatMap((question) => textsOf(question).flatMap(figuresIn));
    expect(uses.length).toBeGreaterThanOrEqual(4);
    for (const use of uses) {
      expect(demoFigures).toContain(use.file);
      expect(use.alt.length, use.file).toBeGreaterThan(40);
    }
    expect([...new Set(uses.map((use) => use.file))].sort()).toEqual([...demoFigures].sort());
    for (const file of demoFigures) {
      const png = new URL(`./figures/${file}`, import.meta.url);
      expect(statSync(png).size, file).toBeLessThan(60_000);
      expect(readFileSync(png).subarray(1, 4).toString('latin1'), file).toBe('PNG');
      const svg = readFileSync(new URL(`./figures/${file.replace('.png', '.svg')}`, import.meta.url), 'utf8');
      expect(svg, file).not.toMatch(/<script|href|on[a-z]+=/);
    }
  });

  it('get the addresses of uploaded figures without losing the alternative text', () => {
    expect(withAddresses('See ![A line](/uploads/demo-leaf.png).', (file) => `/uploads/x_${file}`)).toBe(
      'See ![A line](/uploads/x_demo-leaf.png).',
    );
  });
});

describe('demo topics', () => {
  it('are three levels deep at most, each slug once, and each question has one of the lowest', () => {
    expect(wordsOnce(placedTopics.map((topic) => topic.slug))).toBe(true);
    const parents = new Set(placedTopics.map((topic) => topic.parentPath));
    const leaves = placedTopics.filter((topic) => !parents.has(topic.path)).map((topic) => topic.path);
    for (const path of leaves) expect(path.split('/')).toHaveLength(3);
    for (const question of demoQuestions) expect(leaves, question.code).toContain(question.topic);
    for (const path of leaves)
      expect(
        demoQuestions.some((question) => question.topic === path),
        path,
      ).toBe(true);
  });
});

describe('demo exams', () => {
  const fits = (question: DemoQuestion, rule: DemoRule) =>
    (question.topic === rule.topic || question.topic.startsWith(`${rule.topic}/`)) &&
    question.difficulty >= rule.difficultyMin &&
    question.difficulty <= rule.difficultyMax;

  /** Gives each place a question of its own by augmenting paths; the number of places that can be filled at once. */
  function filled(places: readonly string[][]): number {
    const placeOf = new Map<string, number>();
    const seat = (place: number, tried: Set<string>): boolean =>
      (places[place] ?? []).some((code) => {
        if (tried.has(code)) return false;
        tried.add(code);
        const holder = placeOf.get(code);
        if (holder !== undefined && !seat(holder, tried)) return false;
        placeOf.set(code, place);
        return true;
      });
    return places.filter((_, place) => seat(place, new Set())).length;
  }

  it('can be filled from the demo bank, every question at most once [E-03]', () => {
    for (const exam of demoExams) {
      const fixed = exam.sections.flatMap((section) => section.fixed);
      expect(wordsOnce(fixed)).toBe(true);
      for (const code of fixed)
        expect(
          demoQuestions.some((question) => question.code === code),
          code,
        ).toBe(true);
      const rules = exam.sections.flatMap((section) => section.rules);
      expect(wordsOnce(rules.map((rule) => rule.id))).toBe(true);
      const places = rules.flatMap((rule) => {
        const codes = demoQuestions
          .filter((question) => fits(question, rule) && !fixed.includes(question.code))
          .map((question) => question.code);
        expect(codes.length, `${exam.slug} ${rule.id}`).toBeGreaterThanOrEqual(rule.count);
        return Array.from({ length: rule.count }, () => codes);
      });
      expect(filled(places), exam.slug).toBe(places.length);
    }
  });

  it('have 20 and 16 questions and rules on topics that exist', () => {
    const paths = placedTopics.map((topic) => topic.path);
    const counts = demoExams.map((exam) =>
      exam.sections.reduce(
        (sum, section) => sum + section.fixed.length + section.rules.reduce((drawn, rule) => drawn + rule.count, 0),
        0,
      ),
    );
    expect(counts).toEqual([20, 16]);
    for (const rule of demoExams.flatMap((exam) => exam.sections.flatMap((section) => section.rules)))
      expect(paths).toContain(rule.topic);
  });
});

describe('demo people and history', () => {
  it('name invented people under the domain for tests, each address once', () => {
    expect(wordsOnce(demoPeople.map((person) => person.email))).toBe(true);
    for (const person of demoPeople) expect(person.email).toMatch(/^[a-z]+@lyceum\.test$/);
    expect(demoLearners.length).toBeGreaterThanOrEqual(13);
    expect(demoLearners.find((person) => person.email === 'learner@lyceum.test')?.name).toBe('Deniz Kaya');
  });

  it('gives the same sittings on the same day, all of them over', () => {
    const sittings = demoHistory(NOW);
    expect(sittings).toEqual(demoHistory(new Date(NOW.getTime() + 3_600_000)));
    expect(sittings.length).toBeGreaterThan(40);
    for (const sitting of sittings) {
      expect(sitting.startedAt.getTime() + sitting.minutesUsed * 60_000).toBeLessThan(NOW.getTime());
      expect(NOW.getTime() - sitting.startedAt.getTime()).toBeLessThan(50 * 86_400_000);
      expect(sitting.ability).toBeGreaterThan(0);
      expect(sitting.ability).toBeLessThan(1);
    }
  });

  it('keeps to the attempts, the time and the cool-down of each exam', () => {
    for (const exam of demoExams) {
      for (const learner of demoLearners) {
        const own = demoHistory(NOW).filter((one) => one.learnerEmail === learner.email && one.examSlug === exam.slug);
        if (exam.attemptsAllowed !== null) expect(own.length).toBeLessThanOrEqual(exam.attemptsAllowed);
        for (const [place, one] of own.entries()) {
          expect(one.minutesUsed * 60).toBeLessThanOrEqual(exam.timeLimitSec ?? Number.POSITIVE_INFINITY);
          const before = own[place - 1];
          if (before === undefined) continue;
          const free = before.startedAt.getTime() + before.minutesUsed * 60_000 + exam.coolDownSec * 1000;
          expect(one.startedAt.getTime()).toBeGreaterThan(free);
        }
      }
    }
  });

  it('leaves Deniz an attempt in every exam, and one learner without any', () => {
    const sittings = demoHistory(NOW);
    expect(
      sittings.filter((one) => one.learnerEmail === 'learner@lyceum.test' && one.examSlug === 'mathematics-entrance-exam'),
    ).toHaveLength(1);
    expect(sittings.some((one) => one.learnerEmail === 'sofia@lyceum.test')).toBe(false);
  });
});
