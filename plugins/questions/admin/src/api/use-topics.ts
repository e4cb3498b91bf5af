import { type Loaded, useCall, useLoaded } from '@lyceum/core/admin';
import { listTopics, type Topic } from '../../../contract/index.ts';

/** The topic tree, parents before children. */
export function useTopics(): Loaded<Topic[]> {
  const call = useCall();
  return useLoaded(async () => (await call(listTopics)).rows, []);
}
