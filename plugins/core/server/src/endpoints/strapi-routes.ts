import type { Context } from 'koa';
import type { AnyEndpoint } from '../../../contract/index.ts';
import type { HttpRequest, RawRequest, UploadedFile } from './http.ts';
import { type Answer, registerAnswers } from './registry.ts';
import { requestFacts } from './request-facts.ts';
import { run } from './run.ts';

type ParsedFile = { filepath: string; originalFilename: string | null; size: number; mimetype: string | null };
type StrapiContext = Context & {
  request: Context['request'] & { body?: unknown; files?: Record<string, ParsedFile | ParsedFile[]> };
};

function filesOf(ctx: StrapiContext): Record<string, UploadedFile> {
  const files: Record<string, UploadedFile> = {};
  for (const [field, value] of Object.entries(ctx.request.files ?? {})) {
    const file = Array.isArray(value) ? value[0] : value;
    if (!file) continue;
    files[field] = {
      path: file.filepath,
      name: file.originalFilename ?? field,
      sizeBytes: file.size,
      mimeType: file.mimetype ?? 'application/octet-stream',
    };
  }
  return files;
}

function httpOf(endpoint: AnyEndpoint, ctx: StrapiContext, answered: { yes: boolean }): HttpRequest {
  const files = filesOf(ctx);
  return {
    ...requestFacts(ctx),
    file: endpoint.upload ? files[endpoint.upload.field] : undefined,
    files,
    respond(status, headers, body) {
      answered.yes = true;
      ctx.status = status;
      ctx.set(headers);
      ctx.body = body;
    },
  };
}

/** Multipart fields arrive as text: the field `json` carries the body's values. */
function bodyOf(endpoint: AnyEndpoint, ctx: StrapiContext): unknown {
  const { body } = ctx.request;
  if (!endpoint.upload || typeof body !== 'object' || body === null || !('json' in body)) return body;
  try {
    return JSON.parse(String(body.json));
  } catch {
    return body;
  }
}

/** Koa's router mixes in what other layers on the same path matched, such as the `0` of a wildcard; only ours count. */
function ownParams({ path }: AnyEndpoint, params: Record<string, string>): Record<string, string> {
  const names = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, params[name] ?? '']));
}

function toHandler(answer: Answer) {
  return async (ctx: StrapiContext): Promise<void> => {
    const answered = { yes: false };
    const http = httpOf(answer.endpoint, ctx, answered);
    const user: { id: number; email: string } | undefined =
      answer.endpoint.access.kind === 'staff' ? ctx.state['user'] : undefined;
    const raw: RawRequest = {
      method: ctx.method,
      url: ctx.url,
      params: ownParams(answer.endpoint, ctx['params']),
      query: ctx.query,
      body: bodyOf(answer.endpoint, ctx),
      http,
      staff: user ? { id: user.id, email: user.email } : undefined,
    };
    const reply = await run(answer, raw);
    ctx.set('X-Request-Id', http.id);
    if (answered.yes && reply.status < 400) return;
    ctx.status = reply.status;
    // The body first: Koa sets a content type of its own for objects.
    ctx.body = reply.body;
    ctx.set({ 'Cache-Control': 'no-store', ...reply.headers });
  };
}

/** Staff routes stand behind Strapi's own sign-in and permission policies. */
const staffPolicies = (permission: string) => [
  'admin::isAuthenticatedAdmin',
  { name: 'admin::hasPermissions', config: { actions: [permission] } },
];

function toRoute(answer: Answer) {
  const { method, path, access, summary } = answer.endpoint;
  const config =
    access.kind === 'staff'
      ? { auth: undefined, prefix: '', description: summary, policies: staffPolicies(access.permission) }
      : { auth: false as const, prefix: '', description: summary, policies: [] };
  return { method, path, handler: toHandler(answer), config };
}

/**
 * Routes as Strapi wants them, made from endpoints: path, method and rule exist once, in the contract.
 * A static path goes before one with a parameter, so that `/exams/new` is never taken for an id.
 */
export function routesFor(answers: readonly Answer[]) {
  registerAnswers(answers);
  const ordered = [...answers].sort((a, b) => paramAt(a.endpoint.path) - paramAt(b.endpoint.path));
  const isStaff = (answer: Answer) => answer.endpoint.access.kind === 'staff';
  return {
    'content-api': { type: 'content-api', routes: ordered.filter((one) => !isStaff(one)).map(toRoute) },
    admin: { type: 'admin', routes: ordered.filter(isStaff).map(toRoute) },
  };
}

const paramAt = (path: string) => {
  const at = path.indexOf(':');
  return at < 0 ? 0 : 10_000 - at;
};
