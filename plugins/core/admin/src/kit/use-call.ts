import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { AnyEndpoint, FieldError, ReplyOf, RequestOf } from '../../../contract/index.ts';
import { endpointUrl } from '../../../client/index.ts';

/** A refusal as a page shows it: the code finds the sentence, the fields say where. */
export class AdminProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly params: Readonly<Record<string, unknown>>;

  constructor(status: number, details: { code?: string; title?: string; detail?: string; errors?: FieldError[]; params?: Record<string, unknown> }) {
    super(details.detail ?? details.title ?? 'Something went wrong');
    this.name = 'AdminProblem';
    this.code = details.code ?? 'core/internal';
    this.status = status;
    this.errors = details.errors ?? [];
    this.params = details.params ?? {};
  }
}

export type UploadFiles = Readonly<Record<string, File>>;
export type AdminCall = <E extends AnyEndpoint>(endpoint: E, request?: RequestOf<E> & { files?: UploadFiles; signal?: AbortSignal }) => Promise<ReplyOf<E>>;

function toProblem(error: unknown): unknown {
  if (!(error instanceof Error) || !('response' in error)) return error;
  const response = error.response as { data?: { error?: { status?: number; message?: string; details?: object } } } | undefined;
  const envelope = response?.data?.error;
  return new AdminProblem(envelope?.status ?? ('status' in error ? Number(error.status) : 500), { title: envelope?.message, ...envelope?.details });
}

function bodyOf(request: { body?: unknown; files?: UploadFiles }): unknown {
  if (!request.files) return request.body;
  const form = new FormData();
  form.set('json', JSON.stringify(request.body ?? {}));
  for (const [field, file] of Object.entries(request.files)) form.set(field, file, file.name);
  return form;
}

/**
 * Calls a staff endpoint with the admin's own session. Not aborted when the page goes away, so that a press takes effect.
 * @throws AdminProblem
 */
export function useCall(): AdminCall {
  const { get, post, put, del } = useFetchClient();
  return useMemo(() => {
    const call = async (endpoint: AnyEndpoint, request: { params?: unknown; query?: unknown; body?: unknown; files?: UploadFiles; signal?: AbortSignal } = {}) => {
      const url = endpointUrl('', endpoint, request);
      const options = request.signal ? { signal: request.signal } : {};
      try {
        if (endpoint.method === 'GET') return (await get(url, options)).data;
        if (endpoint.method === 'DELETE') return (await del(url, options)).data;
        const send = endpoint.method === 'PUT' ? put : post;
        return (await send(url, bodyOf(request), options)).data;
      } catch (error) {
        throw toProblem(error);
      }
    };
    return call as AdminCall;
  }, [get, post, put, del]);
}
