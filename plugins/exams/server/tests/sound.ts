import type { TestKit, TestReply } from '@lyceum/core/testing';
import { uploadRecording } from '../../contract/index.ts';
import { type Refused, type Sitting, withTicket } from './room.ts';

/** The first bytes of a WAV file of silence: enough to be one. */
export function wav(bytes = 2_000): Buffer {
  const file = Buffer.alloc(bytes);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(bytes - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8_000, 24);
  file.writeUInt32LE(8_000, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(bytes - 44, 40);
  return file;
}

/** Sends a recording for one item of a sitting. */
export function record(
  kit: TestKit,
  at: Sitting,
  item: number,
  bytes: Buffer = wav(),
): Promise<TestReply<{ recording: string } & Refused>> {
  return kit.call(uploadRecording, {
    params: { attemptId: at.attemptId },
    body: { item },
    files: { file: { name: 'answer.wav', bytes } },
    ...withTicket(at.ticket),
  });
}
