import type { AnyEndpoint } from '../../../contract/index.ts';
import { shared } from '../state.ts';
import type { Handler, HandlerInput } from './http.ts';

/** An endpoint with the code that answers it. */
export type Answer = { readonly endpoint: AnyEndpoint; readonly handle: (input: HandlerInput<AnyEndpoint>) => unknown };

const all = () => shared('endpoints', () => new Map<string, Answer>());

const keyOf = (endpoint: AnyEndpoint) => `${endpoint.method} ${endpoint.path}`;

/** Joins an endpoint to its handler. The handler calls one service method. */
export function answer<E extends AnyEndpoint>(endpoint: E, handle: Handler<E>): Answer {
  return { endpoint, handle: (input) => handle(input as HandlerInput<E>) };
}

/** Remembers the answers, so that OpenAPI and the access tests are made from what is really mounted. */
export function registerAnswers(answers: readonly Answer[]): void {
  for (const one of answers) all().set(keyOf(one.endpoint), one);
}

/** Every mounted endpoint of this process. */
export const mountedAnswers = (): readonly Answer[] => [...all().values()];
