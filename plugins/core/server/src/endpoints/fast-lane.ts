import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/types';
import type { Context, Next } from 'koa';
import { coreProblems, Refusal, refuse } from '../../../contract/index.ts';
import type { HttpRequest, RawReply } from './http.ts';
import { problemReply } from './problem-reply.ts';
import { type Answer, registerAnswers } from './registry.ts';
import { requestFacts } from './request-facts.ts';
import { run } from './run.ts';

const DEFAULT_BODY_BYTES = 256 * 1024;
const PREFIX = '/api';

type Lane = { readonly answer: Answer; readonly pattern: RegExp; readonly names: readonly string[] };

function laneOf(answer: Answer): Lane {
  const names: string[] = [];
  const pattern = answer.endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { answer, names, pattern: new RegExp(`^${PREFIX}${pattern}/?$`) };
}

/** By events: the stream's async iterator costs as much as all the rest of this lane. */
function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      // The rest is read and dropped, so that the refusal still reaches the caller.
      else reject(new Refusal(coreProblems.payloadTooLarge, { params: { maxBytes } }));
    });
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

async function readBody(ctx: Context, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(ctx.req, maxBytes);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return refuse(coreProblems.invalidRequest, { errors: [{ path: 'body', message: 'is not valid JSON' }] });
  }
}

function httpOf(ctx: Context): HttpRequest {
  return {
    ...requestFacts(ctx),
    file: undefined,
    files: {},
    respond() {
      throw new Error('The fast lane answers JSON only');
    },
  };
}

async function go({ answer, names }: Lane, match: RegExpExecArray, ctx: Context, http: HttpRequest): Promise<RawReply> {
  const params = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]));
  try {
    const body = answer.endpoint.body ? await readBody(ctx, answer.endpoint.maxBodyBytes ?? DEFAULT_BODY_BYTES) : undefined;
    return await run(answer, { method: ctx.method, url: ctx.url, params, query: { ...ctx.query }, body, http, staff: undefined });
  } catch (error) {
    return problemReply(answer.endpoint, error, http.id);
  }
}

/**
 * Mounts endpoints in front of Strapi's middleware stack, for paths a thousand learners hit at once. The same rules
 * hold as on ordinary routes; only Strapi's own middlewares (body, security, session, logger) are not passed.
 * Call in `register`.
 */
export function fastLane(strapi: Core.Strapi, answers: readonly Answer[]): void {
  registerAnswers(answers);
  const lanes = new Map<string, Lane[]>();
  for (const answer of answers) lanes.set(answer.endpoint.method, [...(lanes.get(answer.endpoint.method) ?? []), laneOf(answer)]);
  strapi.server.use(async (ctx: Context, next: Next) => {
    for (const lane of lanes.get(ctx.method) ?? []) {
      const match = lane.pattern.exec(ctx.path);
      if (!match) continue;
      const http = httpOf(ctx);
      const reply = await go(lane, match, ctx, http);
      ctx.status = reply.status;
      ctx.body = reply.body;
      ctx.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'X-Request-Id': http.id, ...reply.headers });
      return;
    }
    await next();
  });
}
