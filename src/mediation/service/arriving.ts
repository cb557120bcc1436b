import { roomsOf } from '../../journal/outbox/store/private-rooms.js';
import { nextReminder } from '../rules/meeting.js';
import { agreedOf } from '../rules/participants.js';
import type { Request } from '../types.js';
import { addStep, meetingIn, roomKey } from './meeting.js';
import { type Held, keep, type Parts, tell } from './parts.js';

async function tellAll(held: Held): Promise<void> {
  for (const person of agreedOf(held.request)) await tell(held, held.request, person);
}

/** It is time: everybody is told that something waits, which is the date of their meeting. */
export async function remind(parts: Parts, held: Held): Promise<void> {
  const { request, now } = held;
  const remindAt = request.meetAt ? nextReminder(request.meetAt, now) : null;
  await keep(parts, held, { ...request, remindAt });
  await tellAll(held);
}

/** The common room that was asked for is there, or cannot be: its people are told, once. */
export async function welcome(parts: Parts, held: Held): Promise<Request> {
  const { request, tx } = held;
  if (request.state !== 'met') return request;
  const rooms = await roomsOf(tx, parts.keys, request.community, request.id);
  if (rooms.length === 0) return request;
  const { room } = await meetingIn(tx, parts.keys, request);
  if (room?.state !== 'offered') return request;
  const now = rooms.find(({ key }) => key === roomKey(request, room.round));
  if (now?.state !== 'open' && now?.state !== 'impossible') return request;
  const { fault, url } = now;
  await addStep(parts, held, room.by, { type: 'room', fault, url });
  await tellAll(held);
  // In a common room one is seen under one's own account.
  return now.state === 'open' ? { ...request, named: true } : request;
}
