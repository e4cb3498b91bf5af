import { type TestKit, testKit } from '@lyceum/core/testing';
import { QUESTION_TYPES } from '@lyceum/questions/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { getReview, type ItemResponse, type Paper, type PaperItem, type ReviewItem } from '../../../contract/index.ts';
import { examOf, itemsOf, oneOfEach, paper, publishQuestion, SECRET, save, sit, submit, topic } from '../room.ts';
import { record } from '../sound.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

const showing = (item: PaperItem | undefined, ...texts: string[]) =>
  texts.map((text) => item?.options.find((option) => option.html.includes(text))?.id ?? '0');

const choiceOfGap = (item: PaperItem | undefined, text: string) => {
  const gaps = item?.details && 'gaps' in item.details ? item.details.gaps : [];
  return gaps.find((gap) => gap.id === '2')?.options?.find((option) => option.html.includes(text))?.id ?? '0';
};

/** What earns everything, in the ids of this paper, by the order of `QUESTION_TYPES`. */
function rightOnes(sheet: Paper, recording: string): ItemResponse[] {
  const items = itemsOf(sheet);
  const [a = '0'] = showing(items[6], 'option a');
  const [b = '0'] = showing(items[6], 'option b');
  return [
    { selected: showing(items[0], 'option a') },
    { selected: showing(items[1], 'option a', 'option c') },
    { selected: ['1'] },
    { number: '42' },
    { text: SECRET },
    { gaps: { '1': SECRET, '2': choiceOfGap(items[5], 'choice b') } },
    { pairs: { '1': a, '2': b } },
    { order: showing(items[7], 'option a', 'option b', 'option c', 'option d') },
    { longText: 'Three words here' },
    { recording },
  ];
}

const changesOf = (responses: readonly ItemResponse[], rev = 1) =>
  responses.map((response, at) => ({ item: at + 1, rev, response }));

describe('questions of all ten types in an attempt [Q-02]', () => {
  it('show what their type needs beside stem and options, with gaps marked in the text', async () => {
    const { slug } = await examOf(kit, await oneOfEach(QUESTION_TYPES));
    const { body } = await paper(kit, await sit(kit, slug));
    const items = itemsOf(body);
    expect(items.map((item) => item.type)).toEqual([...QUESTION_TYPES]);
    expect(items[2]?.options.map((option) => option.html)).toEqual(['True', 'False']);
    expect(items[5]?.stemHtml).toContain('<span class="gap" data-gap="1"></span> and <span class="gap" data-gap="2"></span>');
    expect(items[5]?.details).toMatchObject({
      gaps: [
        { id: '1', kind: 'text' },
        { id: '2', kind: 'choice', options: [{ id: '1' }, { id: '2' }, { id: '3' }] },
      ],
    });
    expect(items[6]?.details).toEqual({
      prompts: [
        { id: '1', html: 'prompt 1' },
        { id: '2', html: 'prompt 2' },
      ],
    });
    expect(items[8]?.details).toEqual({ minWords: 3, maxWords: 100 });
    expect(items[9]?.details).toEqual({ maxSec: 10 });
    expect(items.map((item) => item.details === null)).toEqual([true, true, true, true, true, false, false, true, false, false]);
    expect(items.every((item) => item.isTranslated && item.audio.length === 0)).toBe(true);
  });

  it('are scored by their own rules, and those marked by hand wait', async () => {
    const { slug } = await examOf(kit, await oneOfEach(QUESTION_TYPES), { passMark: { percent: 50 } });
    const at = await sit(kit, slug);
    const { body: sheet } = await paper(kit, at);
    const { body: sound } = await record(kit, at, 10);
    expect((await save(kit, at, changesOf(rightOnes(sheet, sound.recording)))).status).toBe(200);
    const { body } = await submit(kit, at);
    expect(body).toMatchObject({
      state: 'scored',
      pendingMarks: 2,
      passed: null,
      answered: 10,
      score: { points: 8, pointsMax: 8, percent: 100 },
    });
  });

  it('give part of the points where only part is right', async () => {
    const { slug } = await examOf(kit, await oneOfEach(['blanks', 'matching', 'short-text', 'number']));
    const at = await sit(kit, slug);
    const items = itemsOf((await paper(kit, at)).body);
    const [a = '0'] = showing(items[1], 'option a');
    await save(
      kit,
      at,
      changesOf([
        { gaps: { '1': 'wrong', '2': choiceOfGap(items[0], 'choice b') } },
        { pairs: { '1': a, '2': a } },
        { text: 'nearly' },
        { number: '4242' },
      ]),
    );
    expect((await submit(kit, at)).body.score).toEqual({ points: 1.75, pointsMax: 4, percent: 43.75 });
  });

  it('always mix what is matched or ordered, never show the right order, and mix the rest as the exam says', async () => {
    const questions = await oneOfEach(['matching', 'ordering', 'single-choice', 'blanks']);
    const { slug } = await examOf(kit, questions, { shuffleOptions: false });
    const texts = (item: PaperItem | undefined) => item?.options.map((option) => option.html.replace('option ', '')).join('');
    const seen = { matching: new Set(), ordering: new Set(), single: new Set(), gap: new Set() };
    for (let turn = 0; turn < 8; turn++) {
      const [matching, ordering, single, blanks] = itemsOf((await paper(kit, await sit(kit, slug))).body);
      seen.matching.add(texts(matching));
      seen.ordering.add(texts(ordering));
      seen.single.add(texts(single));
      seen.gap.add(choiceOfGap(blanks, 'choice a'));
    }
    expect(seen.matching.size).toBeGreaterThan(1);
    expect(seen.ordering.size).toBeGreaterThan(1);
    expect(seen.ordering.has('abcd')).toBe(false);
    expect([...seen.single]).toEqual(['abcd']);
    expect([...seen.gap]).toEqual(['1']);
  });

  it('show after the end what was given and what is right in the ids the learner saw, with the feedback for that answer', async () => {
    const { slug } = await examOf(kit, await oneOfEach(QUESTION_TYPES));
    const at = await sit(kit, slug);
    const { body: sheet } = await paper(kit, at);
    const { body: sound } = await record(kit, at, 10);
    const given = rightOnes(sheet, sound.recording);
    await save(kit, at, changesOf(given));
    await submit(kit, at);
    const call = { params: { attemptId: at.attemptId }, as: at.learner };
    const { body } = await kit.call<{ items: ReviewItem[] }>(getReview, call);
    expect(body.items.map((item) => item.response)).toEqual(given);
    const shown = itemsOf(sheet);
    expect(body.items.map(({ options, details, stemHtml }) => ({ options, details, stemHtml }))).toEqual(
      shown.map(({ options, details, stemHtml }) => ({ options, details, stemHtml })),
    );
    const [single, , truth, number, text, blanks, matching, ordering, longText, audio] = body.items.map((item) => item.right);
    expect(single).toEqual(given[0]);
    expect(truth).toEqual({ selected: ['1'] });
    expect(number).toEqual({ number: 42, tolerance: 0.5 });
    expect(text).toEqual({ accepted: [SECRET] });
    expect(blanks).toEqual({ gaps: { '1': { accepted: [SECRET] }, '2': { selected: [choiceOfGap(shown[5], 'choice b')] } } });
    expect(matching).toEqual(given[6]);
    expect(ordering).toEqual(given[7]);
    expect(longText).toEqual({ modelAnswerHtml: `<p>${SECRET}</p>` });
    expect(audio).toEqual({ modelAnswerHtml: `<p>${SECRET}</p>` });
    expect(body.items[0]?.feedbackHtml).toEqual([`<p>${SECRET}</p>`]);
    expect(body.items[3]?.feedbackHtml).toEqual([]);
    expect(body.items.map((item) => item.isWaiting)).toEqual([...Array(8).fill(false), true, true]);
    expect(body.items[8]).toMatchObject({ ratio: null, pointsEarned: null, mark: null, rubric: [{ weight: 3 }, { weight: 1 }] });
    expect(body.items[0]).toMatchObject({ ratio: 1, rubric: [] });
  });

  it('score nothing for a response of another type, and keep what the learner sent', async () => {
    const { slug } = await examOf(kit, await oneOfEach(QUESTION_TYPES));
    const at = await sit(kit, slug);
    const wrong: ItemResponse[] = [
      { order: ['1', '2'] },
      { pairs: { '1': '1' } },
      { text: 'true' },
      { selected: ['1'] },
      { number: '1' },
      { longText: 'went' },
      { gaps: { '1': '1' } },
      { selected: ['1', '2', '3', '4'] },
      { selected: ['1'] },
      { text: 'a voice' },
    ];
    expect((await save(kit, at, changesOf(wrong))).status).toBe(200);
    expect((await submit(kit, at)).body).toMatchObject({ pendingMarks: 0, score: { points: 0, pointsMax: 10 } });
  });

  it.each([
    ['an option that no paper has', { selected: ['a'] }],
    ['more options than there can be', { selected: Array.from({ length: 11 }, (_, at) => String(at + 1)) }],
    ['a text that is too long', { text: 'x'.repeat(1_001) }],
    ['a long text that is too long', { longText: 'x'.repeat(50_001) }],
    ['a number that is too long', { number: '1'.repeat(61) }],
    ['a gap that is too long', { gaps: { '1': 'x'.repeat(1_001) } }],
    ['too many gaps', { gaps: Object.fromEntries(Array.from({ length: 31 }, (_, at) => [String(at + 1), 'x'])) }],
    ['a prompt that is none', { pairs: { one: '1' } }],
    ['a recording that is none', { recording: 'mine' }],
    ['two kinds at once', { selected: ['1'], text: 'x' }],
    ['something unknown', { picture: 'x' }],
  ])('refuse by shape and size, naming the field: %s [A2]', async (_, response) => {
    const { slug } = await examOf(kit, await oneOfEach(['single-choice']));
    const at = await sit(kit, slug);
    const { status, body } = await save(kit, at, [{ item: 1, rev: 1, response: response as ItemResponse }]);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'core/invalid-request' });
    expect(JSON.stringify(body)).toContain('body.changes.0.response');
  });

  it('take the longest text there may be, and a page full of them in several saves', async () => {
    const { slug } = await examOf(kit, await oneOfEach(['long-text', 'long-text']));
    const at = await sit(kit, slug);
    const longText = 'ğ'.repeat(50_000);
    for (const item of [1, 2]) expect((await save(kit, at, [{ item, rev: 1, response: { longText } }], item)).status).toBe(200);
    const { body } = await paper(kit, at);
    expect(body.responses['1']?.response).toEqual({ longText });
  });

  it('keep the version a learner was given when the question is published anew [Q-42, R12]', async () => {
    const topicId = await topic(kit);
    const question = await publishQuestion(topicId, { type: 'ordering', stem: 'first version' });
    const { slug } = await examOf(kit, [question]);
    const at = await sit(kit, slug);
    const before = (await paper(kit, at)).body.sections;
    await publishQuestion(topicId, { type: 'ordering', stem: 'second version' }, question.documentId);
    expect((await paper(kit, at)).body.sections).toEqual(before);
    await expect
      .poll(async () => itemsOf((await paper(kit, await sit(kit, slug))).body)[0]?.stemHtml, { timeout: 4_000 })
      .toContain('second version');
  });
});
