export { type CallOptions, type Person, type TestKit, type TestReply, testKit } from './kit.ts';
export * from './openai-server.ts';
