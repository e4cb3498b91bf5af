import type { APIRequestContext } from '@playwright/test';
import { address, PASSWORD } from './people.ts';

/** Order of the questions on the paper. */
export const PLACES = { choice: 1, clip: 2, blanks: 3, matching: 4, ordering: 5, longText: 6, audio: 7, number: 8 } as const;

/** One second of a tone, as a WAV of 8,000 samples a second. */
export function tone(): Buffer {
  const samples = 8_000;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(samples, 24);
  wav.writeUInt32LE(samples * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) wav.writeInt16LE(Math.round(8_000 * Math.sin(at / 4)), 44 + at * 2);
  return wav;
}

type Post = <T>(path: string, body: unknown, file?: Buffer) => Promise<T>;

/** Calls of the admin with one session, a key for each; what is refused is thrown. */
async function poster(request: APIRequestContext): Promise<Post> {
  const credentials = { email: 'admin@lyceum.test', password: PASSWORD, deviceId: crypto.randomUUID(), rememberMe: false };
  const login = await request.post(address('/cms/admin/login'), { data: credentials });
  const { data } = (await login.json()) as { data: { token?: string; accessToken?: string } };
  return async (path, body, file) => {
    const headers = { authorization: `Bearer ${data.accessToken ?? data.token}`, 'idempotency-key': crypto.randomUUID() };
    const sent = file
      ? { multipart: { json: JSON.stringify(body), file: { name: 'tone.wav', mimeType: 'audio/wav', buffer: file } } }
      : { data: body };
    const reply = await request.post(address(`/cms${path}`), { headers, ...sent });
    if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`);
    return reply.json();
  };
}

const option = (id: string, text: string) => ({ id, text });
const FOUR = ['press', 'engine', 'telephone', 'transistor'].map((text, at) => option('abcd'.charAt(at), text));

const questionsWith = (sound: string) => [
  {
    type: 'single-choice',
    stem: 'Which one?',
    options: [option('a', 'This'), option('b', 'That')],
    key: { correct: ['a'], feedback: { b: 'Not that.' } },
  },
  { type: 'true-false', stem: `Listen. ![Tone](${sound} "plays=2") Is it a tone?`, key: { correct: ['true'] } },
  {
    type: 'blanks',
    stem: 'I [[1]] up and it [[2]] late.',
    details: {
      gaps: [
        { id: '1', kind: 'text' },
        { id: '2', kind: 'choice', options: [option('a', 'was'), option('b', 'were')] },
      ],
    },
    key: { gaps: { '1': { accepted: ['got'], caseSensitive: false }, '2': { correct: ['a'] } } },
  },
  {
    type: 'matching',
    stem: 'Match.',
    details: {
      prompts: [
        { id: '1', text: 'France' },
        { id: '2', text: 'Egypt' },
      ],
    },
    options: [option('a', 'Paris'), option('b', 'Cairo'), option('c', 'Rome')],
    key: { pairs: { '1': 'a', '2': 'b' } },
  },
  { type: 'ordering', stem: 'Sort by age.', options: FOUR, key: { order: ['a', 'b', 'c', 'd'] } },
  {
    type: 'long-text',
    stem: 'Describe.',
    details: { minWords: 5, maxWords: 20 },
    key: { rubric: [{ id: '1', title: 'Content', description: '', weight: 1 }], modelAnswer: 'Like this.' },
  },
  {
    type: 'audio-answer',
    stem: 'Speak.',
    details: { maxSec: 30 },
    key: { rubric: [{ id: '1', title: 'Fluency', description: '', weight: 1 }], modelAnswer: null },
  },
  { type: 'number', stem: 'How far?', unit: 'm', key: { value: 3.5, tolerance: 0.1 } },
];

const COMMON = {
  title: null,
  options: [],
  details: {},
  unit: null,
  explanation: 'Explained.',
  points: 1,
  difficulty: 3,
  language: 'en',
} as const;

/** An exam with a question of nearly every type, and the ids of its questions. */
export async function examOfAllTypes(request: APIRequestContext): Promise<{ slug: string; documentIds: string[] }> {
  const post = await poster(request);
  const { address: sound } = await post<{ address: string }>('/questions/media', {}, tone());
  const run = crypto.randomUUID().slice(0, 8);
  const topic = await post<{ documentId: string }>('/questions/topics', { name: `All types ${run}` });
  const documentIds: string[] = [];
  for (const [at, own] of questionsWith(sound).entries()) {
    // The bank refuses a question it has already.
    const question = { ...COMMON, ...own, stem: `${own.stem} (${run})`, topic: topic.documentId, code: `J-${run}-${at}` };
    const made = await post<{ documentId: string }>('/questions/questions', { question, acceptWarnings: true });
    documentIds.push(made.documentId);
  }
  await post('/questions/questions/publish', { documentIds, acceptWarnings: true });
  const slug = `all-types-${run}`;
  const sections = [{ id: 's1', title: 'All', fixed: documentIds }];
  const exam = await post<{ id: string }>('/exams/exams', { title: `All types ${run}`, slug, timeLimitSec: 3_600, sections });
  await post(`/exams/exams/${exam.id}/publish`, {});
  return { slug, documentIds };
}
