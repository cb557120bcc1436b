import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Keys } from './keys.js';
import { checkPower } from './power.js';
import { checkJson, checkMessage, checkSize, EARLY_MS, LIMITED_MS, Refused } from './strict.js';

type Content = Record<string, unknown>;

export interface Event {
  readonly position: number;
  readonly type: string;
  readonly event_id: string;
  readonly room_id: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  readonly state_key?: string;
  readonly redacts?: string;
  content: Content;
  redacted?: boolean;
}

interface Room {
  readonly id: string;
  readonly events: Event[];
  readonly state: Map<string, Event>;
}

interface Account {
  readonly userId: string;
  readonly password: string;
  displayName: string;
  readonly data: Map<string, { position: number; content: Content }>;
}

/**
 * The memory and the rules of a homeserver, strict where Synapse is. People of a test act on it
 * directly; the bot comes over HTTP (`http.ts`).
 */
export class Homeserver {
  readonly name = 'test.example';
  readonly accounts = new Map<string, Account>();
  /** By access token. */
  readonly devices = new Map<string, { userId: string; deviceId: string }>();
  readonly rooms = new Map<string, Room>();
  readonly changed = new EventEmitter().setMaxListeners(0);
  /** The next so many writes are refused for going too fast. */
  limited = 0;
  /** Writes that came before the time that such a refusal had said. */
  impatient = 0;
  #waitUntil = 0;
  /** These people cannot be invited. */
  readonly closed = new Set<string>();
  position = 0;
  readonly keys = new Keys(() => {
    setImmediate(() => this.changed.emit('changed'));
    return ++this.position;
  });
  readonly #sent = new Map<string, string>();
  readonly media = new Map<string, { bytes: Buffer; type: string }>();

  constructor(readonly now: () => Date = () => new Date()) {}

  register(local: string, password = 'secret', displayName = local): string {
    const userId = `@${local}:${this.name}`;
    this.accounts.set(userId, { userId, password, displayName, data: new Map() });
    return userId;
  }

  login(user: string, password: string, deviceId = id('DEV')): { token: string; deviceId: string } {
    const userId = user.startsWith('@') ? user : `@${user}:${this.name}`;
    if (this.accounts.get(userId)?.password !== password) {
      throw new Refused(403, 'M_FORBIDDEN', 'Invalid username or password');
    }
    const token = `syt_${id('')}`;
    for (const [old, device] of this.devices) {
      if (device.userId === userId && device.deviceId === deviceId) this.devices.delete(old);
    }
    this.devices.set(token, { userId, deviceId });
    return { token, deviceId };
  }

  createRoom(by: string, wanted: Content): string {
    const roomId = `!${id('')}:${this.name}`;
    this.rooms.set(roomId, { id: roomId, events: [], state: new Map() });
    const invited = (wanted.invite as string[] | undefined) ?? [];
    for (const userId of invited) this.#checkOpen(userId);
    const creation = { room_version: '10', ...((wanted.creation_content as Content) ?? {}) };
    this.#add(roomId, by, { type: 'm.room.create', state_key: '', content: creation });
    this.#member(roomId, by, by, 'join');
    const trusted = wanted.preset === 'trusted_private_chat' ? invited : [];
    const users = Object.fromEntries([by, ...trusted].map((userId) => [userId, 100]));
    const levels = { users, ...((wanted.power_level_content_override as Content) ?? {}) };
    this.#add(roomId, by, { type: 'm.room.power_levels', state_key: '', content: levels });
    const initial =
      (wanted.initial_state as { type: string; state_key?: string; content: Content }[]) ?? [];
    for (const { type, state_key = '', content } of initial) {
      this.#add(roomId, by, { type, state_key, content });
    }
    if (typeof wanted.name === 'string') {
      this.#add(roomId, by, { type: 'm.room.name', state_key: '', content: { name: wanted.name } });
    }
    for (const userId of invited) this.invite(roomId, by, userId, wanted.is_direct === true);
    return roomId;
  }

  invite(roomId: string, by: string, userId: string, direct = false): void {
    this.#checkIn(roomId, by);
    checkPower(this.room(roomId).state, by, 'invite');
    this.#checkOpen(userId);
    if (this.membership(roomId, userId) === 'join') {
      throw new Refused(403, 'M_FORBIDDEN', `${userId} is already in the room.`);
    }
    this.#member(roomId, by, userId, 'invite', direct ? { is_direct: true } : {});
  }

  join(roomId: string, userId: string): string {
    const open = this.room(roomId).state.get('m.room.join_rules ')?.content.join_rule === 'public';
    const membership = this.membership(roomId, userId);
    if (membership === 'join') return roomId;
    if (membership !== 'invite' && !open) {
      throw new Refused(403, 'M_FORBIDDEN', 'You are not invited to this room.');
    }
    this.#member(roomId, userId, userId, 'join');
    return roomId;
  }

  leave(roomId: string, userId: string): void {
    if (!['join', 'invite'].includes(this.membership(roomId, userId) ?? '')) {
      throw new Refused(403, 'M_FORBIDDEN', 'not in room');
    }
    this.#member(roomId, userId, userId, 'leave');
  }

  kick(roomId: string, by: string, userId: string): void {
    this.#checkIn(roomId, by);
    checkPower(this.room(roomId).state, by, 'kick');
    if (!['join', 'invite'].includes(this.membership(roomId, userId) ?? '')) {
      throw new Refused(403, 'M_FORBIDDEN', 'The target user is not in the room');
    }
    this.#member(roomId, by, userId, 'leave');
  }

  /** The same name from the same person is the same event. */
  send(roomId: string, by: string, type: string, content: Content, name: string): string {
    const known = this.#sent.get(`${by} ${roomId} ${name}`);
    if (known) return known;
    this.#checkIn(roomId, by);
    checkPower(this.room(roomId).state, by, 'events_default');
    checkJson(content);
    checkMessage(type, content);
    this.#checkRelation(roomId, by, type, content);
    const event = this.#add(roomId, by, { type, content });
    this.#sent.set(`${by} ${roomId} ${name}`, event.event_id);
    return event.event_id;
  }

  setState(roomId: string, by: string, type: string, state_key: string, content: Content): string {
    this.#checkIn(roomId, by);
    checkJson(content);
    checkPower(this.room(roomId).state, by, 'state_default');
    return this.#add(roomId, by, { type, state_key, content }).event_id;
  }

  redact(roomId: string, by: string, eventId: string, name: string): string {
    const known = this.#sent.get(`${by} ${roomId} ${name}`);
    if (known) return known;
    this.#checkIn(roomId, by);
    const event = this.event(roomId, eventId);
    if (event.sender !== by) checkPower(this.room(roomId).state, by, 'redact');
    event.content = {};
    event.redacted = true;
    const redaction = this.#add(roomId, by, {
      ...{ type: 'm.room.redaction', redacts: eventId, content: { redacts: eventId } },
    });
    this.#sent.set(`${by} ${roomId} ${name}`, redaction.event_id);
    return redaction.event_id;
  }

  /** A room that goes on elsewhere, as its version is changed. */
  upgrade(roomId: string, by: string): string {
    const next = this.createRoom(by, {
      name: this.room(roomId).state.get('m.room.name ')?.content.name,
      creation_content: { predecessor: { room_id: roomId } },
      initial_state: [{ type: 'm.room.join_rules', content: { join_rule: 'public' } }],
    });
    this.setState(roomId, by, 'm.room.tombstone', '', { body: 'moved', replacement_room: next });
    return next;
  }

  setData(userId: string, type: string, content: Content): void {
    this.account(userId).data.set(type, { position: ++this.position, content });
    this.changed.emit('changed');
  }

  account(userId: string): Account {
    const account = this.accounts.get(userId);
    if (!account) throw new Refused(404, 'M_NOT_FOUND', 'no such user');
    return account;
  }

  room(roomId: string): Room {
    const room = this.rooms.get(roomId);
    if (!room) throw new Refused(404, 'M_NOT_FOUND', 'no such room');
    return room;
  }

  event(roomId: string, eventId: string): Event {
    const event = this.room(roomId).events.find(({ event_id }) => event_id === eventId);
    if (!event) throw new Refused(404, 'M_NOT_FOUND', 'Event not found.');
    return event;
  }

  membership(roomId: string, userId: string): string | undefined {
    return this.room(roomId).state.get(`m.room.member ${userId}`)?.content.membership as
      | string
      | undefined;
  }

  checkMember(roomId: string, userId: string): void {
    this.#checkIn(roomId, userId);
  }

  #checkIn(roomId: string, userId: string): void {
    if (this.membership(roomId, userId) !== 'join') {
      throw new Refused(403, 'M_FORBIDDEN', `User ${userId} not in room ${roomId}`);
    }
  }

  #checkOpen(userId: string): void {
    if (this.closed.has(userId)) throw new Refused(403, 'M_FORBIDDEN', 'invites are not wanted');
  }

  /** Only who comes over HTTP may be too fast. */
  checkRate(): void {
    if (Date.now() + EARLY_MS < this.#waitUntil) this.impatient++;
    if (this.limited === 0) return;
    this.limited--;
    this.#waitUntil = Date.now() + LIMITED_MS;
    throw new Refused(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests', { retry_after_ms: LIMITED_MS });
  }

  #checkRelation(roomId: string, by: string, type: string, content: Content): void {
    const relates = content['m.relates_to'] as Content | undefined;
    const target = relates?.event_id as string | undefined;
    if (!relates || target === undefined) return;
    if (relates.rel_type === 'm.annotation') {
      const same = this.room(roomId).events.some((event) => {
        const other = event.content['m.relates_to'] as Content | undefined;
        return (
          !event.redacted &&
          [event.type === type, event.sender === by, other?.event_id === target].every(Boolean) &&
          other?.key === relates.key
        );
      });
      if (same) {
        throw new Refused(400, 'M_DUPLICATE_ANNOTATION', "Can't send same reaction twice");
      }
    }
    if (relates.rel_type === 'm.thread') {
      const root = this.event(roomId, target).content['m.relates_to'] as Content | undefined;
      if (root?.rel_type) {
        throw new Refused(400, 'M_UNKNOWN', 'Cannot start threads from an event with a relation');
      }
    }
  }

  #member(
    roomId: string,
    by: string,
    userId: string,
    membership: string,
    more: Content = {},
  ): void {
    const displayname = this.account(userId).displayName;
    const content = { membership, displayname, ...more };
    this.#add(roomId, by, { type: 'm.room.member', state_key: userId, content });
  }

  #add(roomId: string, sender: string, parts: Pick<Event, 'type' | 'content'> & Partial<Event>) {
    const room = this.room(roomId);
    const event: Event = {
      ...parts,
      ...{ event_id: `$${id('')}`, room_id: roomId, sender, position: ++this.position },
      origin_server_ts: this.now().getTime(),
    };
    checkSize(event);
    room.events.push(event);
    if (event.state_key !== undefined) room.state.set(`${event.type} ${event.state_key}`, event);
    this.changed.emit('changed');
    return event;
  }
}

const id = (prefix: string): string => prefix + randomBytes(12).toString('base64url');
