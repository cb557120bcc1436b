import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyRing, seal, UnsealError, unseal } from '../../src/kernel/secrets.js';

const old = randomBytes(32);
const ring = keyRing([old]);

describe('a sealed text', () => {
  it('opens to what it was, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => {
        const sealed = seal(ring, text, context);
        expect(unseal(ring, sealed, context)).toBe(text);
        expect(seal(ring, text, context)).not.toBe(sealed);
        expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]+$/);
      }),
    );
  });

  it('opens in its own place only', () => {
    const sealed = seal(ring, 'pour', 'ballots.content.1');
    expect(reasonOf(() => unseal(ring, sealed, 'ballots.content.2'))).toBe('altered');
  });

  it('opens no more once any of its bits has changed', () => {
    const sealed = seal(ring, 'contre', 'c');
    const [version, id, blob = ''] = sealed.split('.');
    fc.assert(
      fc.property(fc.nat(Buffer.from(blob, 'base64url').length * 8 - 1), (bit) => {
        const bytes = Buffer.from(blob, 'base64url');
        bytes.writeUInt8((bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
        const changed = [version, id, bytes.toString('base64url')].join('.');
        expect(reasonOf(() => unseal(ring, changed, 'c'))).toBe('altered');
      }),
    );
  });

  it('opens with an old key, while the new one seals', () => {
    const rotated = keyRing([randomBytes(32), old]);
    const before = seal(ring, 'abstention', 'c');
    expect(unseal(rotated, before, 'c')).toBe('abstention');
    const after = seal(rotated, 'abstention', 'c');
    expect(after.split('.')[1]).toBe(rotated.current);
    expect(reasonOf(() => unseal(ring, after, 'c'))).toBe('unknown_key');
  });

  it.each(['', 'pour', 'v1.', 'v1.abcdefgh', `v1.${ring.current}.AAAA`, 'v2.abcdefgh.AAAA'])(
    'is not %j',
    (text) => {
      expect(reasonOf(() => unseal(ring, text, 'c'))).toBe('malformed');
    },
  );

  it('tells nothing of itself when it does not open', () => {
    const sealed = seal(ring, 'un secret', 'c');
    const message = String(errorOf(() => unseal(keyRing([randomBytes(32)]), sealed, 'c')));
    expect(message).toBe('UnsealError: a sealed text cannot be opened: unknown_key');
  });
});

it('a key has 32 bytes, and there is one', () => {
  expect(() => keyRing([randomBytes(31)])).toThrow('32 bytes');
  expect(() => keyRing([])).toThrow('at least one');
});

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}

function reasonOf(act: () => unknown): string | null {
  const error = errorOf(act);
  return error instanceof UnsealError ? error.reason : null;
}
