import type { View } from '../../commands/view/view.js';
import type { Localised } from '../../src/kernel/locale.js';

const BYTES = '$bytes';

/**
 * Views as JSON for a `jsonb` column: bytes in base64, and without NUL and lone surrogates,
 * which PostgreSQL refuses there.
 */
export function toStored(view: Localised<View>): object {
  return JSON.parse(
    JSON.stringify(view, (_key, value: unknown) => {
      if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
      if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') };
      return value;
    }),
  );
}

/** The reverse of {@link toStored}. */
export function fromStored(stored: unknown): Localised<View> {
  return JSON.parse(JSON.stringify(stored), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && BYTES in value
      ? new Uint8Array(Buffer.from(String(value[BYTES]), 'base64'))
      : value,
  );
}
