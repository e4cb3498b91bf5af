import { type Db, type Sql, sql } from '@lyceum/core/server';

export type InstituteRecord = { id: string; name: string; members: number; created_at: Date };
export type StaffRecord = { staffId: number; name: string; email: string; instituteId: string | null };

const INSTITUTES = sql`
  SELECT i.id, i.name, i.created_at, (SELECT count(*) FROM activity.platform_institute_members m WHERE m.institute_id = i.id) AS members
  FROM activity.platform_institutes i`;

export const allInstitutes = (db: Db): Promise<InstituteRecord[]> =>
  db.many<InstituteRecord>(sql`${INSTITUTES} ORDER BY lower(i.name)`);

export const findInstitute = (db: Db, id: string): Promise<InstituteRecord | null> =>
  db.maybeOne<InstituteRecord>(sql`${INSTITUTES} WHERE i.id = ${id}`);

/** False when another institute has the name. */
export const insertInstitute = async (db: Db, id: string, name: string): Promise<boolean> =>
  (await db.run(sql`INSERT INTO activity.platform_institutes (id, name) VALUES (${id}, ${name}) ON CONFLICT DO NOTHING`)) === 1;

export const nameTaken = async (db: Db, id: string, name: string): Promise<boolean> =>
  (await db.maybeOne(sql`SELECT 1 FROM activity.platform_institutes WHERE lower(name) = lower(${name}) AND id <> ${id}`)) !==
  null;

export const renameInstitute = (db: Db, id: string, name: string): Promise<number> =>
  db.run(sql`UPDATE activity.platform_institutes SET name = ${name} WHERE id = ${id}`);

export const deleteInstitute = (db: Db, id: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.platform_institutes WHERE id = ${id}`);

const staffWhere = (condition: Sql): Sql => sql`
  SELECT a.id AS "staffId", coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email) AS name, a.email,
    m.institute_id AS "instituteId"
  FROM admin_users a LEFT JOIN activity.platform_institute_members m ON m.staff_id = a.id
  WHERE ${condition} ORDER BY lower(a.email) LIMIT 2000`;

export const allStaff = (db: Db): Promise<StaffRecord[]> => db.many<StaffRecord>(staffWhere(sql`a.is_active`));

export const findStaff = (db: Db, staffId: number): Promise<StaffRecord | null> =>
  db.maybeOne<StaffRecord>(staffWhere(sql`a.id = ${staffId}`));

export async function putStaff(db: Db, staffId: number, instituteId: string | null): Promise<void> {
  if (instituteId === null) {
    await db.run(sql`DELETE FROM activity.platform_institute_members WHERE staff_id = ${staffId}`);
    return;
  }
  await db.run(sql`
    INSERT INTO activity.platform_institute_members (staff_id, institute_id) VALUES (${staffId}, ${instituteId})
    ON CONFLICT (staff_id) DO UPDATE SET institute_id = excluded.institute_id, joined_at = now()`);
}

export async function instituteOf(db: Db, staffId: number): Promise<string | null> {
  const row = await db.maybeOne<{ id: string }>(
    sql`SELECT institute_id AS id FROM activity.platform_institute_members WHERE staff_id = ${staffId}`,
  );
  return row?.id ?? null;
}
