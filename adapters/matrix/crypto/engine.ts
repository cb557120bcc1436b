import {
  Attachment,
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  EncryptedAttachment,
  EncryptionSettings,
  OlmMachine,
  RequestType,
  RoomId,
  TrustRequirement,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { type EncryptedRoomEvent, RoomEvent } from 'matrix-bot-sdk';
import type { SteadyClient } from '../client.js';
import type { Rooms } from '../rooms.js';
import type { Values } from '../store/values.js';
import type { Content } from '../types.js';
import { dumpDatabases, restoreDatabases } from './dump.js';

type Asked = Awaited<ReturnType<OlmMachine['outgoingRequests']>>[number];

const PATHS: Readonly<Partial<Record<RequestType, string>>> = {
  [RequestType.KeysUpload]: 'keys/upload',
  [RequestType.KeysQuery]: 'keys/query',
  [RequestType.KeysClaim]: 'keys/claim',
  [RequestType.SignatureUpload]: 'keys/signatures/upload',
};

/**
 * The Rust machine in WebAssembly, as the SDK expects its own: its keys live in a memory that is
 * dumped, sealed and kept before anything encrypted leaves, so that no key is ever used twice.
 */
export async function openCrypto(parts: {
  readonly client: SteadyClient;
  readonly values: Values;
  readonly rooms: Rooms;
  readonly me: string;
  readonly deviceId: string;
}) {
  const { client, values, rooms, me, deviceId } = parts;
  const store = `ecc ${me} ${deviceId}`;
  const name = `crypto ${deviceId}`;
  const kept = await values.get(name);
  if (kept !== null) await restoreDatabases(kept);
  const machine = await OlmMachine.initialize(new UserId(me), new DeviceId(deviceId), store);
  let last: Promise<unknown> = Promise.resolve();

  /** One thing at a time: the machine's state and what the homeserver knows go together. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  const keep = async (): Promise<void> => values.set(name, await dumpDatabases(store));

  async function send(request: Asked): Promise<void> {
    const { id, type } = request;
    const body = JSON.parse(request.body);
    const path =
      'event_type' in request
        ? `sendToDevice/${encodeURIComponent(request.event_type)}/${encodeURIComponent(request.txn_id)}`
        : PATHS[type];
    if (path === undefined || id === undefined) return;
    const method = 'event_type' in request ? 'PUT' : 'POST';
    const answer = await client.doRequest(method, `/_matrix/client/v3/${path}`, null, body);
    await machine.markRequestAsSent(id, type, JSON.stringify(answer));
  }

  /** Without this the machine waits for key queries that nobody sent. */
  async function sendAll(): Promise<number> {
    const requests = await machine.outgoingRequests();
    for (const request of requests) await send(request);
    return requests.length;
  }

  async function share(roomId: string): Promise<void> {
    // Who is invited may read what waits for them.
    const people = () => [me, ...others].map((userId) => new UserId(userId));
    const others = await rooms.others(roomId);
    await machine.updateTrackedUsers(people());
    await sendAll();
    const claim = await machine.getMissingSessions(people());
    if (claim) await send(claim);
    const settings = new EncryptionSettings();
    for (const request of await machine.shareRoomKey(new RoomId(roomId), people(), settings)) {
      await send(request);
    }
  }

  return {
    /** Called by the SDK when it starts. */
    prepare: () =>
      alone(async () => {
        await sendAll();
        await keep();
      }),
    isRoomEncrypted: (roomId: string) => rooms.isEncrypted(roomId),
    updateSyncData: (
      toDevice: readonly unknown[],
      counts: Readonly<Record<string, number>>,
      fallbacks: readonly string[],
      changed: readonly string[],
      left: readonly string[],
    ) =>
      alone(async () => {
        const users = (ids: readonly string[]) => ids.map((userId) => new UserId(userId));
        await machine.receiveSyncChanges(
          JSON.stringify(toDevice),
          new DeviceLists(users(changed), users(left)),
          new Map(Object.entries(counts)),
          new Set(fallbacks),
        );
        const sent = await sendAll();
        if (sent + toDevice.length + changed.length + left.length > 0) await keep();
      }),
    encryptRoomEvent: (roomId: string, type: string, content: Content) =>
      alone(async () => {
        await share(roomId);
        const text = JSON.stringify(content);
        const sealed = await machine.encryptRoomEvent(new RoomId(roomId), type, text);
        await keep();
        return JSON.parse(sealed) as Content;
      }),
    decryptRoomEvent: (event: EncryptedRoomEvent, roomId: string) =>
      alone(async () => {
        const trust = new DecryptionSettings(TrustRequirement.Untrusted);
        const raw = JSON.stringify(event.raw);
        const opened = await machine.decryptRoomEvent(raw, new RoomId(roomId), trust);
        const { type, content } = JSON.parse(opened.event) as { type: string; content: Content };
        return new RoomEvent({ ...event.raw, type, content });
      }),
    async encryptMedia(bytes: Buffer) {
      const sealed = Attachment.encrypt(bytes);
      const file: Content = JSON.parse(sealed.mediaEncryptionInfo ?? '{}');
      return { buffer: Buffer.from(sealed.encryptedData), file };
    },
    decryptMedia(bytes: Uint8Array, file: Content) {
      try {
        return Attachment.decrypt(new EncryptedAttachment(bytes, JSON.stringify(file)));
      } catch {
        return null;
      }
    },
    close: () => alone(async () => machine.close()),
  };
}
