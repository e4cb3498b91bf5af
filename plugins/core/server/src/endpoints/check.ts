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

function part(schema: z.ZodType | undefined, value: unknown, root: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  return refuse(coreProblems.invalidRequest, { errors: fieldErrors(result.error, root).slice(0, 50) });
}

/**
 * Checks what came against the contract.
 * @throws Refusal `core/invalid-request` with every field that is wrong
 */
export function parseRequest(endpoint: AnyEndpoint, raw: { params: unknown; query: unknown; body: unknown }) {
  return {
    params: part(endpoint.params, raw.params, 'params'),
    query: part(endpoint.query, raw.query, 'query'),
    body: part(endpoint.body, raw.body, 'body'),
  };
}

/** The reply as the contract says it: what is not named there does not leave. A mismatch is our fault and ends as a 500. */
export function checkReply(endpoint: AnyEndpoint, reply: unknown): unknown {
  const result = endpoint.reply.safeParse(reply);
  if (result.success) return result.data;
  const fields = fieldErrors(result.error, 'reply').map((field) => `${field.path} ${field.message}`);
  throw new Error(`${endpoint.method} ${endpoint.path} answers something else than its contract: ${fields.join('; ')}`);
}
