import { type Db, type Sql, sql } from '@lyceum/core/server';
import type { ListChoices, ListColumnKey, SavedView } from '../../../contract/index.ts';
import type { Scope } from './scope.ts';

export type ViewRecord = {
  id: string;
  owner_id: number;
  name: string;
  query: Record<string, string>;
  columns: ListColumnKey[];
  shared_with: SavedView['sharedWith'];
  institute: string | null;
  owner: string;
  updated_at: Date;
};

const VIEWS = sql`
  SELECT v.*, coalesce(nullif(trim(concat_ws(' ', a.firstname, a.lastname)), ''), a.email) AS owner
  FROM activity.questions_views v JOIN admin_users a ON a.id = v.owner_id`;

/** Views a member of staff may use. Those who work on every question see what any institute shares. */
const usable = (scope: Scope): Sql => {
  const own = sql`v.owner_id = ${scope.staffId} OR v.shared_with = 'everybody'`;
  if (scope.kind === 'all') return sql`(${own} OR v.shared_with = 'institute')`;
  return scope.institute === null
    ? sql`(${own})`
    : sql`(${own} OR (v.shared_with = 'institute' AND v.institute = ${scope.institute}))`;
};

/** Own ones first, then by name. */
export const usableViews = (db: Db, scope: Scope): Promise<ViewRecord[]> =>
  db.many<ViewRecord>(
    sql`${VIEWS} WHERE ${usable(scope)} ORDER BY (v.owner_id = ${scope.staffId}) DESC, lower(v.name), v.id LIMIT 500`,
  );

export const usableView = (db: Db, scope: Scope, id: string): Promise<ViewRecord | null> =>
  db.maybeOne<ViewRecord>(sql`${VIEWS} WHERE v.id = ${id} AND ${usable(scope)}`);

export const ownView = (db: Db, staffId: number, id: string): Promise<ViewRecord | null> =>
  db.maybeOne<ViewRecord>(sql`${VIEWS} WHERE v.id = ${id} AND v.owner_id = ${staffId}`);

export const countViews = async (db: Db, staffId: number): Promise<number> =>
  (await db.one<{ count: number }>(sql`SELECT count(*) FROM activity.questions_views WHERE owner_id = ${staffId}`)).count;

export const viewNamed = async (db: Db, staffId: number, name: string, but: string | null): Promise<boolean> =>
  (await db.maybeOne(sql`
    SELECT 1 FROM activity.questions_views WHERE owner_id = ${staffId} AND lower(name) = lower(${name}) AND id IS DISTINCT FROM ${but}::uuid`)) !==
  null;

type View = Pick<ViewRecord, 'id' | 'owner_id' | 'name' | 'query' | 'columns' | 'shared_with' | 'institute'>;

export const putView = (db: Db, view: View): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_views AS v (id, owner_id, name, query, columns, shared_with, institute)
    VALUES (${view.id}, ${view.owner_id}, ${view.name}, ${sql.json(view.query)}, ${sql.json(view.columns)}, ${view.shared_with}, ${view.institute})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, columns = excluded.columns,
      shared_with = excluded.shared_with, institute = excluded.institute, updated_at = now()
    WHERE v.owner_id = excluded.owner_id`);

export const deleteView = (db: Db, staffId: number, id: string): Promise<number> =>
  db.run(sql`DELETE FROM activity.questions_views WHERE id = ${id} AND owner_id = ${staffId}`);

const NOTHING: ListChoices = { columns: null, density: null, defaultView: null };

export const choicesOf = async (db: Db, staffId: number): Promise<ListChoices> =>
  (await db.maybeOne<ListChoices>(sql`
    SELECT columns, density, default_view AS "defaultView" FROM activity.questions_list_choices WHERE staff_id = ${staffId}`)) ??
  NOTHING;

export const putChoices = (db: Db, staffId: number, { columns, density, defaultView }: ListChoices): Promise<number> =>
  db.run(sql`
    INSERT INTO activity.questions_list_choices (staff_id, columns, density, default_view)
    VALUES (${staffId}, ${sql.json(columns)}, ${density}, ${defaultView})
    ON CONFLICT (staff_id) DO UPDATE SET columns = excluded.columns, density = excluded.density, default_view = excluded.default_view`);
