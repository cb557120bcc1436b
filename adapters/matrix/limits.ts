/** The whole event, as canonical JSON: spec v1.11, client-server API, “Size limits”. */
export const MAX_EVENT_BYTES = 65_536;

/**
 * What a page's content may take of it. Encrypted, it grows by a third (base64); the homeserver
 * adds its hashes, signatures and parents, a few kilobytes.
 */
export const MAX_CONTENT_BYTES = 40_000;

/** The people whose power is at least this look after the room (spec: `state_default`). */
export const STEWARD_POWER = 50;
