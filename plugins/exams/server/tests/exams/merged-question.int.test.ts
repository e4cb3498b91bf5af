import { randomBytes } from 'node:crypto';
import type { DocumentId } from '@lyceum/core/contract';
import { announce, db, inTransaction, relayAll, sql } from '@lyceum/core/server';
import { testKit } from '@lyceum/core/testing';
import { questionEvents } from '@lyceum/questions/contract';
import { beforeAll, describe, expect, it } from 'vitest';

beforeAll(async () => {
  await testKit();
});

const id24 = () => randomBytes(12).toString('hex') as DocumentId;

async function examWith(fixed: string[][], isPublished = false): Promise<string> {
  const id = id24();
  const sections = fixed.map((list, at) => ({ id: `s${at}`, fixed: list, rules: [] }));
  await db().run(sql`
    INSERT INTO exams_exams (document_id, title, slug, sections, created_at, updated_at, published_at)
    VALUES (${id}, 'Merged', ${id}, ${sql.json(sections)}, now(), now(), ${isPublished ? new Date() : null})`);
  return id;
}
const fixedOf = async (id: string) => {
  const { sections } = await db().one<{ sections: { fixed: string[] }[] }>(
    sql`SELECT sections FROM exams_exams WHERE document_id = ${id}`,
  );
  return sections.map(({ fixed }) => fixed);
};

describe('a question that was merged into another one [Q-40]', () => {
  it('gives its place in the fixed lists of drafts to the kept one, and goes where that stands already', async () => {
    const [kept, merged, other] = [id24(), id24(), id24()];
    const replaced = await examWith([[other, merged], [other]]);
    const both = await examWith([[merged], [kept, other]]);
    const untouched = await examWith([[other]]);
    const published = await examWith([[merged]], true);
    await inTransaction((tx) => announce(tx, questionEvents.questionMerged, { kept, merged }));
    await relayAll();
    expect(await fixedOf(replaced)).toEqual([[other, kept], [other]]);
    expect(await fixedOf(both)).toEqual([[], [kept, other]]);
    expect(await fixedOf(untouched)).toEqual([[other]]);
    expect(await fixedOf(published)).toEqual([[merged]]);
    const entries = await db().many(sql`SELECT action FROM activity.core_audit_log WHERE object = ${`exam:${replaced}`}`);
    expect(entries).toEqual([{ action: 'exams.replaceQuestion' }]);
  });
});
