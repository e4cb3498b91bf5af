import type { z } from 'zod';
import { type AnyEndpoint, coreProblems, type FieldError, refuse } from '../../../contract/index.ts';

/** Turns zod's issues into fields with a sentence each; an unknown key is named. */
export function fieldErrors(error: z.ZodError, root: string): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [root, ...issue.path.map(String)].filter(Boolean).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: `${path}.${key}`, message: 'is not a known field' }));
    }
    return [{ path, message: issue.message }];
  });
}

/**
 * Checks what came against the contract.
 * @throws Refusal `core/invalid-request` with every field that is wrong, wherever it stands
 */
export function parseRequest(endpoint: AnyEndpoint, raw: { params: unknown; query: unknown; body: unknown }) {
  const errors: FieldError[] = [];
  const part = (root: 'params' | 'query' | 'body'): unknown => {
    const schema = endpoint[root];
    if (!schema) return undefined;
    const result = schema.safeParse(raw[root] ?? {});
    if (!result.success) errors.push(...fieldErrors(result.error, root));
    return result.data;
  };
  const parsed = { params: part('params'), query: part('query'), body: part('body') };
  if (errors.length > 0) refuse(coreProblems.invalidRequest, { errors: errors.slice(0, 50) });
  return parsed;
}

/** The reply as the contract says it: what is not named there does not leave. A mismatch is our fault and ends as a 500. */
export function checkReply(endpoint: AnyEndpoint, reply: unknown): unknown {
  const result = endpoint.reply.safeParse(reply);
  if (result.success) return result.data;
  const fields = fieldErrors(result.error, 'reply').map((field) => `${field.path} ${field.message}`);
  throw new Error(`${endpoint.method} ${endpoint.path} answers something else than its contract: ${fields.join('; ')}`);
}
