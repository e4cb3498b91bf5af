import { attemptTokenRefresh, FetchError, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { endpointUrl } from '../../../client/index.ts';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../../../contract/index.ts';
import { toProblem } from './problem.ts';
import { saveAs } from './save-as.ts';

export type UploadFiles = Readonly<Record<string, File>>;
export type CallExtras = {
  files?: UploadFiles;
  signal?: AbortSignal;
  /** Same key, same effect: keep it over the retries of one press. Made anew where an endpoint needs one and none is given. */
  idempotencyKey?: string;
};
export type AdminCall = <E extends AnyEndpoint>(endpoint: E, request?: RequestOf<E> & CallExtras) => Promise<ReplyOf<E>>;
type AnyRequest = { params?: unknown; query?: unknown; body?: unknown } & CallExtras;

declare global {
  interface Window {
    strapi: { backendURL: string };
  }
}

function bodyOf(request: AnyRequest): unknown {
  if (!request.files) return request.body;
  const form = new FormData();
  form.set('json', JSON.stringify(request.body ?? {}));
  for (const [field, file] of Object.entries(request.files)) form.set(field, file, file.name);
  return form;
}

/** Strapi's client has no PATCH; this does what it does, with one refresh of a session that ran out. */
async function patch(url: string, body: unknown, headers: Record<string, string>, token: string | null): Promise<unknown> {
  const send = (bearer: string | null) =>
    fetch(`${window.strapi.backendURL}${url}`, {
      method: 'PATCH',
      credentials: 'include',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}`, ...headers },
      body: JSON.stringify(body ?? {}),
    });
  let response = await send(token);
  if (response.status === 401) response = await send(await attemptTokenRefresh(token));
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw Object.assign(new FetchError('The request was refused', { data: answer }), { status: response.status });
}

/**
 * Calls a staff endpoint with the admin's own session. Not aborted when the page goes away, so that a press takes effect.
 * @throws AdminProblem
 */
export function useCall(): AdminCall {
  const { get, post, put, del } = useFetchClient();
  const token = useAuth('useCall', (auth) => auth.token);
  return useMemo(() => {
    const call = async (endpoint: AnyEndpoint, request: AnyRequest = {}) => {
      const url = endpointUrl('', endpoint, request);
      const headers: Record<string, string> = endpoint.idempotent
        ? { 'Idempotency-Key': request.idempotencyKey ?? crypto.randomUUID() }
        : {};
      const options = { headers, ...(request.signal ? { signal: request.signal } : {}) };
      try {
        if (endpoint.method === 'GET') return (await get(url, options)).data;
        if (endpoint.method === 'DELETE') return (await del(url, options)).data;
        if (endpoint.method === 'PATCH') return await patch(url, request.body, headers, token);
        const send = endpoint.method === 'PUT' ? put : post;
        return (await send(url, bodyOf(request), options)).data;
      } catch (error) {
        throw toProblem(error);
      }
    };
    return call as AdminCall;
  }, [get, post, put, del, token]);
}

export type AdminDownload = <E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>, name: string) => Promise<void>;

/**
 * Fetches what an endpoint answers as a file and hands it to the browser's downloads under a name.
 * @throws AdminProblem
 */
export function useDownload(): AdminDownload {
  const { get } = useFetchClient();
  return useMemo(() => {
    const download = async (endpoint: AnyEndpoint, request: AnyRequest, name: string) => {
      try {
        const { data } = await get(endpointUrl('', endpoint, request), { responseType: 'blob' });
        saveAs(data instanceof Blob ? data : new Blob([data]), name);
      } catch (error) {
        throw toProblem(error);
      }
    };
    return download as AdminDownload;
  }, [get]);
}
