import { isRefusal } from '@lyceum/core/contract';
import { type ImportFormat, isItemFormat } from '../../../../contract/imports.ts';
import type { ChildMessage, DescribeTask, Task, TaskResults } from '../tasks.ts';

async function describe(task: DescribeTask, format: ImportFormat): Promise<TaskResults['describe']> {
  if (isItemFormat(format)) return (await import('./describe-items.ts')).describeItems({ ...task, format });
  return { description: await (await import('./describe.ts')).describeRows({ ...task, format }), items: [] };
}

async function carryOut(task: Task): Promise<TaskResults[keyof TaskResults]> {
  switch (task.task) {
    case 'inspect':
      return (await import('./inspect.ts')).inspect(task);
    case 'describe':
      return describe(task, task.format);
    case 'media':
      return (await import('./media.ts')).media(task);
    case 'run':
      return (await import('./run.ts')).run(task, (read) => tell({ kind: 'progress', read }));
  }
}

const tell = (message: ChildMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
    else resolve();
  });

function explained(error: unknown): ChildMessage {
  if (isRefusal(error)) return { kind: 'refused', code: error.problem.code, params: error.params };
  return { kind: 'failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

// The parent is gone: nobody waits for this any more, and another one may already go on with it.
process.on('disconnect', () => process.exit(1));

async function answer(task: Task): Promise<void> {
  try {
    await tell({ kind: 'done', result: await carryOut(task) });
  } catch (error) {
    await tell(explained(error));
  }
  process.exit(0);
}

process.once('message', (task: Task) => {
  void answer(task);
});
