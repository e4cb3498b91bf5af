import { type Db, sql } from '@lyceum/core/server';
import type { CustomRule } from '../../../contract/index.ts';

const RULE = sql.raw('id, exam_type AS "examType", rule, is_on AS "isOn"');

export const allRules = (db: Db): Promise<CustomRule[]> =>
  db.many<CustomRule>(sql`SELECT ${RULE} FROM activity.questions_rules ORDER BY created_at, id`);

export const insertRule = (db: Db, { id, examType, rule, isOn }: CustomRule): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_rules (id, exam_type, rule, is_on) VALUES (${id}, ${examType}, ${sql.json(rule)}, ${isOn})`);

export const changeRule = (db: Db, { id, examType, rule, isOn }: CustomRule): Promise<number> =>
  db.run(sql`
    UPDATE activity.questions_rules SET exam_type = ${examType}, rule = ${sql.json(rule)}, is_on = ${isOn} WHERE id = ${id}`);

export const dropRule = (db: Db, id: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_rules WHERE id = ${id}`);
