import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What a test lets the provider do with the next questions. */
export type AiBehaviour =
  /** Answers with this value as JSON. */
  | { readonly kind: 'answer'; readonly value: unknown; readonly tokens?: number }
  /** Answers with this text, whatever it is. */
  | { readonly kind: 'text'; readonly text: string }
  /** Breaks the connection in the middle of its answer. */
  | { readonly kind: 'half' }
  /** Never answers. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'error'; readonly status: number };

export type OpenAiServer = {
  /** As AI_BASE_URL takes it. */
  readonly baseUrl: string;
  behave(next: AiBehaviour): void;
  /** Bodies of all questions so far. */
  readonly asked: { model: string; messages: { role: string; content: string }[]; max_tokens?: number }[];
  close(): Promise<void>;
};

const completion = (text: string, tokens: number) =>
  JSON.stringify({
    id: 'answer',
    object: 'chat.completion',
    created: 0,
    model: 'test',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens },
  });

function reply(response: ServerResponse, behaviour: AiBehaviour): void {
  if (behaviour.kind === 'silent') return;
  if (behaviour.kind === 'error') {
    response.writeHead(behaviour.status, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  if (behaviour.kind === 'half') {
    response.write(completion('{"questions": [', 10).slice(0, 60));
    response.destroy();
    return;
  }
  const text = behaviour.kind === 'text' ? behaviour.text : JSON.stringify(behaviour.value);
  response.end(completion(text, behaviour.kind === 'answer' ? (behaviour.tokens ?? 100) : 100));
}

/** A server on loopback that speaks as OpenAI's chat completions do, well or badly. */
export async function startOpenAiServer(): Promise<OpenAiServer> {
  let behaviour: AiBehaviour = { kind: 'error', status: 500 };
  const asked: OpenAiServer['asked'] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push(body as OpenAiServer['asked'][number]);
      reply(response, behaviour);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    behave(next) {
      behaviour = next;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
