import type { Localised } from '../kernel/locale.js';
import { urlOf } from '../kernel/url.js';

export type Env = Readonly<Record<string, string | undefined>>;

/** A sentence a person can act on, with no secret in it. */
export type Sentence = Localised<string>;

/** One setting: what reads it, checks it and documents it comes from here. */
export interface Setting<T> {
  readonly name: string;
  /** Never shown, not even in part; addresses may hold a password. */
  readonly secret: boolean;
  /** What it is when it is not given, as it would be written; `null`: it may stay without. */
  readonly fallback: string | null;
  readonly about: Localised<string>;
  /** What a right value is, as the end of a sentence: “it takes …”. */
  readonly expected: Localised<string>;
  /** `undefined` when the value is wrong. */
  readonly parse: (raw: string) => T | undefined;
}

export const setting = <T>(one: Setting<T>): Setting<T> => one;

export function pattern(shape: RegExp) {
  return (raw: string): string | undefined => (shape.test(raw) ? raw : undefined);
}

export function address(...protocols: string[]) {
  return (raw: string): string | undefined => {
    const url = urlOf(raw);
    return url && protocols.includes(url.protocol) && url.host !== '' ? raw : undefined;
  };
}

export const PORT: Localised<string> = {
  fr: 'un nombre entier de 0 à 65535',
  en: 'a whole number from 0 to 65535',
};

export const port = (raw: string): number | undefined =>
  /^\d{1,5}$/.test(raw) && Number(raw) <= 65_535 ? Number(raw) : undefined;

export const HOST: Localised<string> = {
  fr: 'une adresse IP ou un nom de machine',
  en: 'an IP address or a host name',
};

export const host = pattern(/^[\w.:-]+$/);
