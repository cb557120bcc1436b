import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
} from 'node:zlib';
import { Garbled, TooLarge } from './failures.js';
import type { Limits } from './types.js';

/** Node 20 has no zstd. */
export const ENCODINGS = 'gzip, deflate, br';

/** Small pages of one repeated letter are no attack. */
const RATIO_FROM = 1_048_576;

/** Reads a body to its end or its limits, and decompresses it by pieces of a few kilobytes. */
export async function readBody(
  source: Readable,
  encoding: string,
  { bytes, ratio }: Pick<Limits, 'bytes' | 'ratio'>,
): Promise<Uint8Array> {
  let read = 0;
  let written = 0;
  const pieces: Uint8Array[] = [];
  const count = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      read += chunk.length;
      if (read > bytes) throw new TooLarge();
      yield chunk;
    }
  };
  const keep = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      written += chunk.length;
      const bomb = written > RATIO_FROM && written > read * ratio;
      if (written > bytes || bomb) throw new TooLarge();
      pieces.push(chunk);
    }
  };
  const decode = decoderOf(encoding.trim().toLowerCase());
  if (!decode) await pipeline(source, count, keep);
  else await pipeline(source, count, decode, keep);
  return Buffer.concat(pieces);
}

type Decoder = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/** One encoding at most: servers have no use for two, and bombs do. */
function decoderOf(encoding: string): Decoder | null {
  if (encoding === '' || encoding === 'identity') return null;
  const make = DECODERS[encoding];
  if (!make) throw new Garbled();
  return async function* (chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    const first = await iterator.next();
    if (first.done) return;
    const all = async function* () {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => iterator };
    };
    const input = Readable.from(all());
    const output = make(first.value);
    input.on('error', (error) => output.destroy(error));
    try {
      yield* input.pipe(output);
    } finally {
      input.destroy();
      output.destroy();
    }
  };
}

/** Like browsers, content with a body whose last bytes are missing. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };
const gunzip = () => createGunzip(LENIENT);

const DECODERS: Readonly<
  Record<string, ((start: Uint8Array) => ReturnType<typeof gunzip>) | undefined>
> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  // Some send it bare, without the header of RFC 1950 that RFC 9110 §8.4.1.2 asks for.
  deflate: ([head = 0]) => ((head & 15) === 8 ? createInflate(LENIENT) : createInflateRaw(LENIENT)),
};
