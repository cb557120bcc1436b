import type { Attached } from '../../commands/registry/file.js';
import { bytesOf, GIVEN_WITHIN_MS } from '../../src/kernel/files.js';
import type { SteadyClient } from './client.js';
import type { Pointing } from './pointing.js';
import { isFile } from './speech.js';
import type { MatrixEvent } from './types.js';

type Content = MatrixEvent['content'];

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const record = (value: unknown): Content | null =>
  typeof value === 'object' && value !== null ? (value as Content) : null;

type Client = Pick<SteadyClient, 'homeserverUrl' | 'accessToken' | 'olm' | 'getEvent'>;

/** The files that come with what people say, or that it is about. */
export function createFiles(client: Client, pointed: Pointing['event']) {
  /** Homeservers before 1.11 give media to everybody, by the older address. */
  async function read(uri: string, most: number) {
    const [, server, id] = /^mxc:\/\/([\w.:[\]-]+)\/([\w-]+)$/.exec(uri) ?? [];
    if (!server || !id) return 'unreachable';
    const headers = { authorization: `Bearer ${client.accessToken}` };
    const place = `download/${encodeURIComponent(server)}/${id}`;
    const ask = (path: string) => {
      const signal = AbortSignal.timeout(GIVEN_WITHIN_MS);
      return bytesOf(
        fetch(`${client.homeserverUrl}/_matrix/${path}/${place}`, { headers, signal }),
        most,
      );
    };
    const now = await ask('client/v1/media');
    return now === 'unreachable' ? ask('media/v3') : now;
  }

  function attached(event: MatrixEvent, param: string | null): Attached | null {
    if (!isFile(event)) return null;
    const { content } = event;
    const sealed = record(content.file);
    const uri = text(sealed?.url) ?? text(content.url);
    const size = record(content.info)?.size;
    if (uri === null) return null;
    return {
      ...{ param, name: text(content.filename) ?? text(content.body) ?? '' },
      async read(most) {
        if (typeof size === 'number' && size > most) return 'too-big';
        const bytes = await read(uri, most);
        if (!sealed || !(bytes instanceof Uint8Array)) return bytes;
        return client.olm?.decryptMedia(bytes, sealed) ?? 'unreachable';
      },
    };
  }

  const none = (file: Attached | null): readonly Attached[] => (file ? [file] : []);

  return {
    /** With a command: the file it is written under, or the one it replies to. */
    async withCommand(roomId: string, event: MatrixEvent): Promise<readonly Attached[]> {
      if (isFile(event)) return none(attached(event, null));
      const about = await pointed(roomId, event);
      return about ? none(attached(about, null)) : [];
    },
    /** Those that answered questions, by field: where they were said. */
    async answering(
      roomId: string,
      given: Readonly<Record<string, string>>,
    ): Promise<readonly Attached[]> {
      const all = Object.entries(given).map(async ([param, eventId]) =>
        none(attached(await client.getEvent(roomId, eventId), param)),
      );
      return (await Promise.all(all)).flat();
    },
  };
}

export type Files = ReturnType<typeof createFiles>;
