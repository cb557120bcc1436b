import type { Locale } from '../../src/kernel/locale.js';
import type { Kept } from './stage.js';

/** A view as one network shows it, and what that network would refuse in it. */
export type Network = (
  kept: Kept,
  locale: Locale,
) => { readonly text: string; readonly faults: readonly unknown[] };
