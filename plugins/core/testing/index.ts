export { type CallOptions, type TestReply, type TestKit, type Person, testKit } from './kit.ts';
