import { refuse } from '@lyceum/core/contract';
import type { Actor } from '@lyceum/core/server';
import { questionsProblems } from '../../../contract/index.ts';
import { batchOf } from './import-batch.ts';
import { scopeOf } from './scope.ts';

/**
 * Lets a batch through that the actor may see: those who reach over the whole bank see all, others their own.
 * @throws Refusal `importNotFound`, the same for a foreign batch as for none at all
 */
export async function requireBatch(id: string, actor: Actor): Promise<void> {
  const { started_by: startedBy } = await batchOf(id);
  const scope = await scopeOf(actor);
  if (scope.kind === 'own' && startedBy !== scope.staffId) refuse(questionsProblems.importNotFound);
}
