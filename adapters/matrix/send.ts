import { createHash } from 'node:crypto';
import { errcodeOf, type SteadyClient } from './client.js';
import type { Content } from './types.js';

/** Names a sending once: the homeserver knows the same name again (spec, “Transaction ids”). */
export const named = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

export interface Sender {
  /** Gives the event's id. In an encrypted room the content is encrypted first. */
  event(roomId: string, type: string, content: Content, name: string): Promise<string>;
  /** Our reaction; `null` when it is there already. */
  react(roomId: string, target: string, key: string): Promise<string | null>;
  redact(roomId: string, eventId: string): Promise<void>;
  /** Gives what an attachment's content says of where its bytes are. */
  upload(roomId: string, data: Uint8Array, mediaType: string): Promise<Content>;
}

const roomPath = (roomId: string): string =>
  `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}`;

export function createSender(client: SteadyClient): Sender {
  const isEncrypted = async (roomId: string): Promise<boolean> =>
    client.olm !== null && (await client.olm.isRoomEncrypted(roomId));

  async function put(roomId: string, type: string, content: Content, name: string) {
    const path = `${roomPath(roomId)}/send/${encodeURIComponent(type)}/${name}`;
    const sent: { event_id: string } = await client.doRequest('PUT', path, null, content);
    return sent.event_id;
  }

  return {
    async event(roomId, type, content, name) {
      const { olm } = client;
      if (!olm || !(await isEncrypted(roomId))) return put(roomId, type, content, name);
      const sealed = await olm.encryptRoomEvent(roomId, type, content);
      return put(roomId, 'm.room.encrypted', sealed, name);
    },
    async react(roomId, target, key) {
      // Reactions are never encrypted: servers gather them (spec, “Event annotations”).
      const relates = { rel_type: 'm.annotation', event_id: target, key };
      try {
        return await put(roomId, 'm.reaction', { 'm.relates_to': relates }, named(target, key));
      } catch (error) {
        if (errcodeOf(error) === 'M_DUPLICATE_ANNOTATION') return null;
        throw error;
      }
    },
    async redact(roomId, eventId) {
      const path = `${roomPath(roomId)}/redact/${encodeURIComponent(eventId)}/${named(eventId)}`;
      try {
        await client.doRequest('PUT', path, null, {});
      } catch (error) {
        if (errcodeOf(error) !== 'M_NOT_FOUND') throw error;
      }
    },
    async upload(roomId, data, mediaType) {
      const bytes = Buffer.from(data);
      const info = { mimetype: mediaType, size: bytes.length };
      const { olm } = client;
      if (!olm || !(await isEncrypted(roomId))) {
        return { info, url: await client.uploadContent(bytes, mediaType) };
      }
      const { buffer, file } = await olm.encryptMedia(bytes);
      return { info, file: { ...file, url: await client.uploadContent(buffer) } };
    },
  };
}
