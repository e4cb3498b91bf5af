import { PAGE_PURGE_CHANNEL } from '@lyceum/core/contract';
import { cacheRedis } from '@lyceum/core/server';
import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../contract/index.ts';
import { publishQuestions, topic } from '../room.ts';

let kit: TestKit;
let as: Person;
let listener: ReturnType<typeof cacheRedis>;
const heard: unknown[] = [];
beforeAll(async () => {
  kit = await testKit();
  as = await kit.staff();
  listener = cacheRedis()?.duplicate({ enableOfflineQueue: true, commandTimeout: 5_000 }) ?? null;
  listener?.on('message', (_channel, message) => heard.push(JSON.parse(message)));
  await listener?.subscribe(PAGE_PURGE_CHANNEL);
});
afterAll(() => listener?.disconnect());

describe('the pages of an exam', () => {
  it('are dropped when it is published and when it is taken back [S-07]', async () => {
    const topicId = await topic(kit);
    await publishQuestions(topicId, 1);
    const sections = [{ id: 's', title: 'One', rules: [{ id: 'r', topic: topicId, count: 1 }] }];
    const body = { title: 'Purged', slug: `purged-${Date.now()}`, sections };
    const { id } = (await kit.call<contract.ExamDraft>(contract.createExam, { body, as })).body;
    const said = { tags: [contract.examPageTags.list, contract.examPageTags.one(id)] };
    // A subscriber whose Redis was not there yet hears the event again.
    const delivered = async () => {
      await kit.relay();
      return saidSoFar();
    };
    const saidSoFar = () => heard.filter((message) => JSON.stringify(message) === JSON.stringify(said)).length;
    await kit.call(contract.publishExam, { params: { examId: id }, as });
    await expect.poll(delivered, { timeout: 10_000 }).toBe(1);
    await kit.call(contract.unpublishExam, { params: { examId: id }, as });
    await expect.poll(delivered, { timeout: 10_000 }).toBe(2);
  });
});
