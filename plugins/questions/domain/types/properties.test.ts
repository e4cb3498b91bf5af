import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Content, QUESTION_TYPES, QuestionInput, type QuestionType, type Response } from '../../contract/index.ts';
import { codeOf, contentHash } from '../question/hashes.ts';
import { normalise } from '../question/normalise.ts';
import { anyQuestion } from '../testing/arbitrary.ts';
import { rightResponse } from '../testing/right-response.ts';
import { formulaParses } from '../validation/formula-parses.ts';
import { rulesOf } from './registry.ts';

const RUNS = { numRuns: 60 };
const contentOf = ({ type, stem, options, details }: QuestionInput): Content => ({ type, stem, options, details });
const contextOf = (question: QuestionInput) => ({ language: question.language, content: contentOf(question) });

const id = fc.constantFrom('a', 'b', 'c', '1', '2', 'true', 'false', 'z', '__proto__', 'constructor', '');
const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ selected: fc.array(id, { maxLength: 10 }) }),
  fc.record({ number: fc.oneof(fc.string(), fc.double().map(String)) }),
  fc.record({ text: fc.string({ unit: 'binary' }) }),
  fc.record({ gaps: fc.dictionary(id, fc.oneof(id, fc.string())) }),
  fc.record({ pairs: fc.dictionary(id, id) }),
  fc.record({ order: fc.array(id, { maxLength: 10 }) }),
  fc.record({ longText: fc.string() }),
  fc.record({ recording: fc.uuid() }),
  fc.constant(null),
);

describe.each(QUESTION_TYPES)('every %s question', (type: QuestionType) => {
  it('has its own shape, no formula that is broken, and one stored form [Q-03, Q-21]', () => {
    fc.assert(
      fc.property(anyQuestion(type), (question) => {
        expect(QuestionInput.safeParse(question).error).toBeUndefined();
        expect(formulaParses.check(question)).toEqual([]);
        expect(normalise(question)).toEqual(question);
        expect(contentHash(normalise(question))).toBe(contentHash(question));
        const stored = JSON.parse(JSON.stringify(question)) as QuestionInput;
        expect(contentHash(stored)).toBe(contentHash(question));
        expect(codeOf(stored)).toBe(codeOf(question));
      }),
      RUNS,
    );
  });

  it('gives any response a share between 0 and 1, the same one again, and the right answer all [Q-02]', () => {
    const { score, isEmpty, emptyResponse } = rulesOf(type);
    fc.assert(
      fc.property(anyQuestion(type), anyResponse, (question, response) => {
        const share = score(response, question.key, contextOf(question));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(score(response, question.key, contextOf(question))).toBe(share);
        expect(score(emptyResponse(), question.key, contextOf(question))).toBe(0);
        const right = rightResponse(question);
        if (right === null) return;
        expect(score(right, question.key, contextOf(question))).toBe(1);
        expect(isEmpty(right)).toBe(false);
      }),
      RUNS,
    );
  });

  it('comes back from the ids of a paper as it was, typed texts too [E-13]', () => {
    const { lists, mapIds, score } = rulesOf(type);
    fc.assert(
      fc.property(anyQuestion(type), fc.infiniteStream(fc.nat(1_000)), (question, random) => {
        const right = rightResponse(question);
        if (right === null) return;
        const orders = new Map(
          lists(contentOf(question)).map(({ list, ids }) => [
            list,
            ids
              .map((one) => ({ one: one.id, by: random.next().value }))
              .sort((a, b) => a.by - b.by)
              .map(({ one }) => one),
          ]),
        );
        const toPaper = (list: string, given: string) => {
          const at = orders.get(list)?.indexOf(given) ?? -1;
          return at < 0 ? given : String(at + 1);
        };
        const toBank = (list: string, given: string) => orders.get(list)?.[Number(given) - 1] ?? given;
        const back = mapIds(mapIds(right, toPaper), toBank);
        expect(back).toEqual(right);
        expect(score(back, question.key, contextOf(question))).toBe(1);
      }),
      RUNS,
    );
  });

  it('gives feedback that its author wrote, and never throws on another shape', () => {
    const { feedbackFor, texts } = rulesOf(type);
    fc.assert(
      fc.property(anyQuestion(type), anyResponse, (question, response) => {
        const written = texts(question).map(({ text }) => text);
        const given = [response, rightResponse(question)].flatMap((one) => feedbackFor(one, question.key, contextOf(question)));
        for (const text of given) expect(written).toContain(text);
      }),
      RUNS,
    );
  });
});
