import { refuse } from '@lyceum/core/contract';
import { db } from '@lyceum/core/server';
import { type Mapping, questionsProblems } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { allMappings, dropMapping, putMapping } from '../records/import-mapping.ts';

/** Mappings saved under a name for next time. */
export const mappings = {
  list: async () => ({ rows: await allMappings(db()) }),
  save: (name: string, mapping: Mapping) => putMapping(db(), cleanLine(name), mapping),
  async remove(id: string): Promise<{ deleted: true }> {
    if ((await dropMapping(db(), id)) === 0) refuse(questionsProblems.mappingNotFound);
    return { deleted: true };
  },
};
