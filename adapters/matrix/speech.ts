import { fold } from '../../src/kernel/text.js';
import type { MatrixEvent } from './types.js';

/** Messages that are a file: https://spec.matrix.org/v1.11/client-server-api/#mroommessage-msgtypes */
const MEDIA = new Set(['m.image', 'm.file', 'm.video', 'm.audio']);

export const isFile = ({ type, content }: Pick<MatrixEvent, 'type' | 'content'>): boolean =>
  type === 'm.room.message' && MEDIA.has(String(content.msgtype));

/** What is written under a file, when that is not its name (spec v1.10, “Media captions”). */
function captionOf(event: Pick<MatrixEvent, 'type' | 'content'>): string | null {
  const { body, filename } = event.content;
  const captioned = typeof body === 'string' && typeof filename === 'string' && body !== filename;
  return isFile(event) && captioned ? body : null;
}

/** How people may call us at the head of a message. */
export interface Called {
  readonly userId: string;
  readonly displayName: string;
}

/** The first words of all commands, folded. */
export interface Lexicon {
  readonly names: readonly string[];
}

export type Heard =
  /** A command, without its sign. */
  | { readonly type: 'command'; readonly text: string }
  /** Anything else that was said. */
  | { readonly type: 'words'; readonly text: string };

/**
 * What a message says to us: `!décision…`, `!ecc décision…`, or our name at its head. In a room
 * other bots have their own `!words`: only known commands count. `null` for notices, which bots
 * exchange, and edits.
 */
export function heard(
  event: Pick<MatrixEvent, 'type' | 'content'>,
  called: Called,
  lexicon: Lexicon,
  direct: boolean,
): Heard | null {
  const { content } = event;
  if (event.type !== 'm.room.message' || relationOf(event)?.type === 'm.replace') return null;
  const written = content.msgtype === 'm.text' ? content.body : captionOf(event);
  if (typeof written !== 'string') return null;
  const text = withoutQuote(written).trim();
  if (text === '') return null;
  const addressed = withoutName(text, called);
  if (addressed !== null) return { type: 'command', text: line(withoutSign(addressed), lexicon) };
  if (text.startsWith('!')) {
    const command = line(text.slice(1).trim(), lexicon);
    if (direct || /^ecc\b/i.test(command) || begins(command, lexicon)) {
      return { type: 'command', text: command };
    }
  }
  return { type: 'words', text };
}

/** How an event hangs on another: a thread, an edit, an annotation. */
export function relationOf(event: Pick<MatrixEvent, 'content'>): {
  readonly type: string | null;
  readonly eventId: string | null;
  readonly key: string | null;
  readonly replyTo: string | null;
  /** The reply is only there for clients without threads: nobody meant it. */
  readonly fallsBack: boolean;
} | null {
  const relates = record(event.content['m.relates_to']);
  if (!relates) return null;
  const reply = record(relates['m.in_reply_to']);
  return {
    type: text(relates.rel_type),
    eventId: text(relates.event_id),
    key: text(relates.key),
    replyTo: text(reply?.event_id),
    fallsBack: relates.is_falling_back === true,
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Old clients quote what they reply to at the head of the text (spec, “Rich replies”). */
export const withoutQuote = (body: string): string =>
  /^> <@/.test(body) ? body.replace(/^(?:> .*\n?)+\n?/, '') : body;

/** What follows our name at the head of a message; `null` when it is not there. */
function withoutName(body: string, { userId, displayName }: Called): string | null {
  const local = userId.slice(1).split(':')[0] ?? '';
  for (const name of [userId, displayName, `@${displayName}`, `@${local}`]) {
    if (name.length < 2 || !fold(body).startsWith(fold(name))) continue;
    const rest = body.slice(name.length);
    // A bare name may begin an ordinary sentence: in a mention something sets it apart.
    if (/^\s*[:,]/.test(rest)) return rest.replace(/^\s*[:,]\s*/, '').trim();
    if (name.startsWith('@') && /^(\s|$)/.test(rest)) return rest.trim();
  }
  return null;
}

const withoutSign = (words: string): string => words.replace(/^[!/]\s*/, '');

/** « ecc » before a command is our name, unless the command itself begins so. */
function line(said: string, lexicon: Lexicon): string {
  if (said === '') return 'ecc';
  const rest = /^ecc\s+(.+)$/isu.exec(said)?.[1];
  if (rest === undefined || isName(said, lexicon)) return said;
  return begins(rest, lexicon) ? rest : said;
}

const words = (said: string): string => fold(said).replaceAll(/\s+/g, ' ');

/** Begins with a whole name of a command that is more than « ecc ». */
const isName = (said: string, { names }: Lexicon): boolean =>
  names.some((name) => name.includes(' ') && `${words(said)} `.startsWith(`${name} `));

const begins = (said: string, { names }: Lexicon): boolean => {
  const first = words(said).split(' ')[0];
  return names.some((name) => name.split(' ')[0] === first);
};
