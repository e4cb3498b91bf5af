import { type Db, newId, sql } from '@lyceum/core/server';
import type { Mapping } from '../../../contract/index.ts';

type MappingRecord = { id: string; name: string; mapping: Mapping; updated_at: Date };

const toMapping = ({ updated_at, ...row }: MappingRecord) => ({ ...row, updatedAt: updated_at.toISOString() });

export const allMappings = async (db: Db) =>
  (
    await db.many<MappingRecord>(
      sql`SELECT id, name, mapping, updated_at FROM activity.questions_import_mappings ORDER BY lower(name)`,
    )
  ).map(toMapping);

/** The same name is replaced. */
export const putMapping = async (db: Db, name: string, mapping: Mapping) =>
  toMapping(
    await db.one<MappingRecord>(sql`
      INSERT INTO activity.questions_import_mappings (id, name, mapping) VALUES (${newId()}, ${name}, ${sql.json(mapping)})
      ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping, updated_at = now() RETURNING id, name, mapping, updated_at`),
  );

export const dropMapping = (db: Db, id: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_import_mappings WHERE id = ${id}`);
