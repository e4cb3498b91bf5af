import { z } from 'zod';
import { type AnyEndpoint, coreProblems } from '../../../contract/index.ts';
import { mountedAnswers } from './registry.ts';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' }) as Json;
}

function parametersOf(endpoint: AnyEndpoint): Json[] {
  const parts = [
    { at: 'path', schema: endpoint.params },
    { at: 'query', schema: endpoint.query },
  ];
  return parts.flatMap(({ at, schema }) => {
    if (!(schema instanceof z.ZodObject)) return [];
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, value]) => ({
      name,
      in: at,
      required: at === 'path' || required.includes(name),
      schema: value,
    }));
  });
}

const problemOf = (title: string): Json => ({
  description: title,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function repliesOf(endpoint: AnyEndpoint): Json {
  const empty = endpoint.reply instanceof z.ZodVoid;
  const replies: Json = empty
    ? { 204: { description: 'Done' } }
    : {
        [endpoint.status ?? 200]: {
          description: 'OK',
          content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } },
        },
      };
  for (const problem of [coreProblems.invalidRequest, ...(endpoint.problems ?? [])]) {
    replies[problem.status] ??= problemOf('');
    const reply = replies[problem.status] as { description: string };
    reply.description = [reply.description, `${problem.code}: ${problem.title}`].filter(Boolean).join('; ');
  }
  return replies;
}

function operation(endpoint: AnyEndpoint): Json {
  const { access } = endpoint;
  return {
    summary: endpoint.summary,
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())}`,
    'x-access': access,
    parameters: parametersOf(endpoint),
    ...(endpoint.body ? { requestBody: { content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } } } : {}),
    responses: repliesOf(endpoint),
  };
}

/** OpenAPI of every learner and partner endpoint that is really mounted. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const { endpoint } of mountedAnswers()) {
    if (endpoint.access.kind === 'staff') continue;
    const path = `/api${endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  const Problem = z.object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string().optional(),
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Lyceum', version: '1' },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  };
}
