import { describe, expect, it } from 'vitest';
import * as lists from './cms-lists.ts';
import { filled, problemWithName, titleOf } from './names.ts';

describe('the name of a plugin', () => {
  it.each(['sample', 'question-bank', 'seo2'])('%s will do', (name) => expect(problemWithName(name)).toBeNull());
  it.each([undefined, 'Sample', '2nd', 'a--b', 'a-', '../x', 'upload', 'x'.repeat(31)])(
    '%s will not, and the reason is told',
    (name) => {
      expect(problemWithName(name)).toMatch(/\.$|sample$/);
    },
  );
  it('becomes a title', () => expect(titleOf('question-bank')).toBe('Question bank'));
  it('fills every mark of a template', () =>
    expect(filled('__name__ __Title__ __name__', { name: 'a', Title: 'A' })).toBe('a A a'));
});

describe('the lists of the cms', () => {
  const plugins = 'module.exports = () => ({\n  core: { enabled: true },\n  upload: { config: {} },\n});\n';
  const guard =
    "const REQUIRED = ['core', 'exams', 'upload', 'users-permissions'];\nconst silent = ['core', 'exams'].filter((name) => name);\n";
  const manifest = `${JSON.stringify({ dependencies: { '@lyceum/core': '*', pg: '8' } }, null, 2)}\n`;

  it.each(['sample', 'two-words'])('take %s in once and give it back without a trace', (name) => {
    const enabled = lists.withPluginEnabled(plugins, name);
    expect(enabled).toMatch(/core: .*\n.* enabled: true \},\n {2}upload/);
    expect(lists.withPluginEnabled(enabled, name)).toBe(enabled);
    expect(lists.withoutPluginEnabled(enabled, name)).toBe(plugins);

    const guarded = lists.withPluginGuarded(guard, name);
    expect(guarded.split(`'${name}'`)).toHaveLength(3);
    expect(lists.withoutPluginGuarded(guarded, name)).toBe(guard);

    const depends = lists.withDependency(manifest, name);
    expect(JSON.parse(depends).dependencies[`@lyceum/${name}`]).toBe('*');
    expect(lists.withoutDependency(depends, name)).toBe(manifest);
  });
});
