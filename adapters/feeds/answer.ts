import type { Context } from 'hono';
import type { Log } from '../../src/kernel/log.js';

export type ErrorLog = Pick<Log, 'error'>;

/**
 * A date to the second would hide a second change, or an answer taken back: only a version that is
 * named says that nothing has changed.
 */
export const isKnown = (c: Context, etag: string): boolean =>
  c.req
    .header('if-none-match')
    ?.split(',')
    .some((one) => ['*', etag, `W/${etag}`].includes(one.trim())) ?? false;

/** A page is read when the reader is ready for it; a reader who leaves ends it. */
export function streamed(text: AsyncGenerator<string>, log: ErrorLog): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await text.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          log.error({ error }, 'a feed could not be read to its end');
          controller.error(error);
        }
      },
      async cancel() {
        await text.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
