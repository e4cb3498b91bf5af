import { changeSettings } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, expect, it } from 'vitest';
import { getBankSettings, READ } from '../../../contract/index.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

it('everybody who works in the bank sees the limits and labels in force, not their defaults [X-44]', async () => {
  const editor = await kit.staff([READ]);
  const boss = await kit.staff();
  const actor = { kind: 'staff' as const, id: boss.id, email: boss.email };
  const before = await kit.call<{ easyUpTo: number }>(getBankSettings, { as: editor });
  expect(before.body.easyUpTo).toBe(3);
  await changeSettings({ plugin: 'questions', values: { easyUpTo: 2 }, actor });
  expect((await kit.call<{ easyUpTo: number }>(getBankSettings, { as: editor })).body.easyUpTo).toBe(2);
  await changeSettings({ plugin: 'questions', values: { easyUpTo: 3 }, actor });
});
