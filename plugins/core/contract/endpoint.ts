import type { z } from 'zod';
import type { Problem } from './problem.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call an endpoint. Every endpoint has exactly one rule. */
export type Access =
  | { readonly kind: 'public' }
  /** Any signed-in person. */
  | { readonly kind: 'signedIn' }
  /** A signed-in person, and only for a record of their own; anyone else gets the 404 of a record that does not exist. */
  | { readonly kind: 'owner'; readonly of: string }
  /** Somebody of the Strapi admin who holds the permission (`plugin::exams.attempts.read`). */
  | { readonly kind: 'staff'; readonly permission: string }
  /** An API token with the scope. */
  | { readonly kind: 'partner'; readonly scope: string };

export const everyone: Access = { kind: 'public' };
export const signedIn: Access = { kind: 'signedIn' };
export const owner = (of: string): Access => ({ kind: 'owner', of });
export const staff = (permission: string): Access => ({ kind: 'staff', permission });
export const partner = (scope: string): Access => ({ kind: 'partner', scope });

/** How often one caller (the signed-in person, else the address) may call. */
export type RateLimit = { readonly points: number; readonly perSec: number };

type Schema = z.ZodType;

/** What a request carries as bytes instead of JSON. */
export type Upload = { readonly field: string; readonly maxBytes: number };

export type EndpointSpec<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> = {
  readonly method: Method;
  /** As seen below `/api` for learners and partners (`/v1/exams/…`), below the admin's root for staff (`/exams/…`). */
  readonly path: string;
  /** One line for OpenAPI and for the person who reads the route table. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply: R;
  /** Of a good answer that has a body. Default 200; 202 for work that goes on after the answer. */
  readonly status?: 200 | 201 | 202;
  readonly problems?: readonly Problem[];
  readonly limit?: RateLimit;
  /** Needs an `Idempotency-Key`; the effect and the stored answer are one transaction. */
  readonly idempotent?: boolean;
  /** Nobody is looked up, because the request proves itself by a signed ticket that the handler checks. With `everyone` only. */
  readonly anonymous?: boolean;
  /** Largest body in bytes. Default 256 KiB. */
  readonly maxBodyBytes?: number;
  /** A multipart file beside the JSON body's fields. */
  readonly upload?: Upload;
};

export type Endpoint<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  R extends Schema = Schema,
> = EndpointSpec<P, Q, B, R>;

/**
 * Declares one endpoint: the routes, the typed `call`, OpenAPI and the access tests all come from this value.
 * Object schemas should be `z.strictObject`, so that an unknown key is refused with its name.
 */
export function defineEndpoint<
  P extends Schema = z.ZodUndefined,
  Q extends Schema = z.ZodUndefined,
  B extends Schema = z.ZodUndefined,
  R extends Schema = z.ZodVoid,
>(spec: EndpointSpec<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return Object.freeze(spec);
}

export type AnyEndpoint = EndpointSpec<Schema, Schema, Schema, Schema>;

type Part<S, Key extends string> = S extends z.ZodUndefined
  ? { [K in Key]?: undefined }
  : S extends z.ZodType
    ? { [K in Key]: z.input<S> }
    : never;
/** What the caller passes. */
export type RequestOf<E> =
  E extends EndpointSpec<infer P, infer Q, infer B, Schema> ? Part<P, 'params'> & Part<Q, 'query'> & Part<B, 'body'> : never;
/** What comes back to the caller. */
export type ReplyOf<E> = E extends EndpointSpec<Schema, Schema, Schema, infer R> ? z.output<R> : never;
/** What the handler gets after the check. */
export type ParsedOf<E> =
  E extends EndpointSpec<infer P, infer Q, infer B, Schema>
    ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> }
    : never;
/** What the handler gives; the reply schema checks it on the way out. */
export type ReplyInputOf<E> = E extends EndpointSpec<Schema, Schema, Schema, infer R> ? z.input<R> : never;
