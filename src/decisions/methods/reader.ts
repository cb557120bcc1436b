import type { Refusal } from '../../kernel/result.js';
import { cleanLine } from '../../kernel/text.js';
import type { FaultCode } from './faults.js';

/** A fault in a file: what is wrong, and where, as a JSON path such as `ballots[3].vote`. */
export interface Fault extends Refusal {
  readonly code: FaultCode;
}

/** A file can hold more faults than memory: beyond this many they are counted, and that is said. */
const MOST_FAULTS = 100_000;

/** The faults of one file, in the order they were met. */
export class Faults {
  private readonly kept: Fault[] = [];
  private beyond = 0;

  add(make: () => Fault): void {
    if (this.kept.length < MOST_FAULTS) this.kept.push(make());
    else this.beyond++;
  }

  get list(): readonly Fault[] {
    if (this.beyond === 0) return this.kept;
    return [...this.kept, { code: 'more-faults', params: { count: this.beyond } }];
  }
}

/**
 * A place in data that came from outside. It never throws: what is wrong is noted in a list
 * shared by all the places of one file, and the reading goes on, so that people learn of every
 * fault at once.
 */
export class Reader {
  constructor(
    readonly value: unknown,
    private readonly faults: Faults,
    private readonly parent: Reader | null = null,
    private readonly key: string | number | null = null,
  ) {}

  /** Empty for the whole file. */
  get place(): string {
    const above = this.parent?.place ?? '';
    if (this.key === null) return above;
    if (typeof this.key === 'number') return `${above}[${this.key}]`;
    if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(this.key)) return `${above}[${show(this.key)}]`;
    return above === '' ? this.key : `${above}.${this.key}`;
  }

  get given(): boolean {
    return this.value !== undefined;
  }

  fault(code: FaultCode, params: Refusal['params'] = {}): void {
    this.faults.add(() => ({
      code,
      params: { found: show(this.value), ...params },
      field: this.place,
    }));
  }

  /** What is under a key of an object, or at an index of a list; only what the data itself holds. */
  at(key: string | number): Reader {
    const { value } = this;
    const held = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return new Reader(held ? Reflect.get(value, key) : undefined, this.faults, this, key);
  }

  /** Checks that it is an object, and that it holds no key but those, so that no typo goes unseen. */
  object(known: readonly string[]): boolean {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(this.given ? 'not-object' : 'missing');
      return false;
    }
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) this.at(key).fault('unknown-key', { known: known.join(', ') });
    }
    return true;
  }

  /** The places of a list; empty, with a fault, when it is not one or is too long. */
  list(limit: number): Reader[] {
    if (!Array.isArray(this.value)) {
      this.fault(this.given ? 'not-list' : 'missing');
      return [];
    }
    const { length } = this.value;
    if (length > limit) {
      this.fault('too-many', { limit, count: length });
      return [];
    }
    return Array.from({ length }, (_, index) => this.at(index));
  }

  oneOf<T extends string>(allowed: readonly T[]): T | undefined {
    const found = allowed.find((one) => one === this.value);
    if (found === undefined) {
      this.fault(this.given ? 'not-one-of' : 'missing-one-of', { allowed: allowed.join(', ') });
    }
    return found;
  }

  flag(fallback: boolean): boolean {
    if (this.given && typeof this.value !== 'boolean') this.fault('not-flag');
    return typeof this.value === 'boolean' ? this.value : fallback;
  }

  /** A text that may be left out; empty when it is. */
  text(): string {
    if (this.given && typeof this.value !== 'string') this.fault('not-text');
    return typeof this.value === 'string' ? this.value : '';
  }

  /** A whole number from `least` up. */
  whole(least: number): number {
    if (Number.isSafeInteger(this.value) && Number(this.value) >= least) return Number(this.value);
    this.fault('not-whole', { least });
    return least;
  }
}

/** A value as a person would recognise it in their file, short and harmless on a terminal. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = cleanLine(String(value));
  const short = text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text;
  return typeof value === 'string' ? JSON.stringify(short) : short;
}
