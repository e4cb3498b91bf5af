import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { createInstitute, type Institute, setInstituteOfStaff } from '@lyceum/platform/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  changeView,
  deleteView,
  getListOptions,
  type ListChoices,
  listViews,
  putListChoices,
  type SavedView,
  saveView,
  VIEWS_PER_PERSON,
} from '../../../contract/index.ts';
import { uniqueName } from '../support.ts';
import { WITHOUT_ALL } from './bank.ts';

let kit: TestKit;
let editor: Person;
let teacher: Person;
let colleague: Person;
let stranger: Person;

beforeAll(async () => {
  kit = await testKit();
  editor = await kit.staff();
  [teacher, colleague, stranger] = (await Promise.all(
    [WITHOUT_ALL, WITHOUT_ALL, WITHOUT_ALL].map((rights) => kit.staff(rights)),
  )) as [Person, Person, Person];
  const institute = (await kit.call<Institute>(createInstitute, { as: editor, body: { name: uniqueName('Views') } })).body;
  for (const { id } of [teacher, colleague])
    await kit.call(setInstituteOfStaff, { as: editor, params: { staffId: id }, body: { instituteId: institute.id } });
});

const view = (fields: object = {}) => ({
  name: uniqueName('View'),
  query: { status: 'draft', search: 'x', sort: '-updatedAt' },
  columns: ['code', 'stem'],
  ...fields,
});
const save = (as: Person, body: object) => kit.call<SavedView>(saveView, { as, body });
const views = async (as: Person) => (await kit.call<{ rows: SavedView[]; choices: ListChoices }>(listViews, { as })).body;

describe('saved views of the list [Q-05]', () => {
  it('keeps filter, columns and order under a name; renames, replaces and forgets them', async () => {
    const { body } = await save(teacher, view());
    expect((await views(teacher)).rows).toMatchObject([{ id: body.id, isOwn: true, columns: ['code', 'stem'] }]);
    const params = { id: body.id };
    const changed = await kit.call<SavedView>(changeView, {
      as: teacher,
      params,
      body: { name: 'Mine', query: { type: 'number' } },
    });
    expect(changed.body).toMatchObject({ name: 'Mine', query: { type: 'number' }, columns: ['code', 'stem'] });
    expect((await kit.call(deleteView, { as: teacher, params })).status).toBe(200);
    expect((await views(teacher)).rows).toEqual([]);
    expect((await kit.call(deleteView, { as: teacher, params })).status).toBe(404);
  });

  it('shares with the institute or with everybody, to use and not to change', async () => {
    const own = (await save(teacher, view())).body;
    const ours = (await save(teacher, view({ sharedWith: 'institute' }))).body;
    const all = (await save(teacher, view({ sharedWith: 'everybody' }))).body;
    const seen = async (as: Person) =>
      (await views(as)).rows
        .map(({ id }) => id)
        .filter((id) => [own.id, ours.id, all.id].includes(id))
        .sort();
    expect(await seen(colleague)).toEqual([ours.id, all.id].sort());
    expect(await seen(stranger)).toEqual([all.id]);
    const params = { id: all.id };
    expect((await kit.call(changeView, { as: colleague, params, body: { name: 'Taken' } })).status).toBe(404);
    expect((await kit.call(deleteView, { as: editor, params })).status).toBe(404);
    expect((await save(stranger, view({ sharedWith: 'institute' }))).text).toContain('questions/no-institute');
  });

  it('keeps only what the list takes, one of a name, and not without end', async () => {
    const wrong = await save(teacher, view({ query: { status: 'deleted' } }));
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('body.query.status');
    expect((await save(teacher, view({ query: { unknown: 'x' } }))).status).toBe(400);
    expect((await save(teacher, view({ query: { sort: 'key' } }))).status).toBe(400);
    expect((await save(teacher, view({ columns: ['code', 'code'] }))).status).toBe(400);
    const name = uniqueName('Same');
    await save(teacher, view({ name }));
    expect((await save(teacher, view({ name: name.toUpperCase() }))).status).toBe(409);
    const many = await kit.staff(WITHOUT_ALL);
    for (let at = 0; at < VIEWS_PER_PERSON; at += 1) expect((await save(many, view())).status).toBe(200);
    expect((await save(many, view())).text).toContain('questions/too-many-views');
  });

  it('opens with the view, the columns and the density somebody chose, on every device', async () => {
    const choose = (body: object) => kit.call<ListChoices>(putListChoices, { as: colleague, body });
    expect((await views(colleague)).choices).toEqual({ columns: null, density: null, defaultView: null });
    await choose({ columns: ['stem', 'code'], density: 'compact' });
    const { body } = await save(colleague, view());
    await choose({ defaultView: body.id });
    expect((await views(colleague)).choices).toEqual({ columns: ['stem', 'code'], density: 'compact', defaultView: body.id });
    const foreign = (await save(teacher, view())).body;
    expect((await choose({ defaultView: foreign.id })).status).toBe(404);
    await kit.call(deleteView, { as: colleague, params: { id: body.id } });
    expect((await views(colleague)).choices.defaultView).toBeNull();
  });

  it('offers a teacher the names of the own institute only', async () => {
    const options = async (as: Person) =>
      (await kit.call<{ seesAll: boolean; institutes: object[] }>(getListOptions, { as })).body;
    expect(await options(teacher)).toMatchObject({ seesAll: false });
    expect((await options(teacher)).institutes).toHaveLength(1);
    expect((await options(stranger)).institutes).toHaveLength(0);
    expect((await options(editor)).seesAll).toBe(true);
  });
});
