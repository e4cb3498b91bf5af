export { ApiProblem, clientProblems, isApiProblem } from './api-problem.ts';
export type { Call, CallArguments, CallFile, CallOptions, Client, ClientOptions } from './client.ts';
export { createClient } from './client.ts';
export { endpointUrl } from './endpoint-url.ts';
