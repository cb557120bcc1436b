/** What a homeserver refuses, with the code and the status it refuses it with. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly errcode: string,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** Canonical JSON (spec, appendices): whole numbers that doubles hold, and nothing else. */
export function checkJson(value: unknown): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new Refused(400, 'M_BAD_JSON', 'Bad JSON value: float');
  }
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkJson);
}

const MAX_EVENT_BYTES = 65_536;

export function checkSize(event: object): void {
  if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) {
    throw new Refused(413, 'M_TOO_LARGE', 'event too large');
  }
}

/** As Synapse says of what misses its text (`M_UNKNOWN`). */
export function checkMessage(type: string, content: Readonly<Record<string, unknown>>): void {
  if (type !== 'm.room.message') return;
  if (typeof content.body !== 'string' || typeof content.msgtype !== 'string') {
    throw new Refused(400, 'M_UNKNOWN', "'body' not in content");
  }
}

/** How long one who goes too fast is told to wait. */
export const LIMITED_MS = 20;
/** A timer may fire so much too early. */
export const EARLY_MS = 2;
