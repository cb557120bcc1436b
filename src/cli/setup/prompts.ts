import type { Readable, Writable } from 'node:stream';
import * as clack from '@clack/prompts';
import { withFrenchBlanks } from '../../kernel/french.js';
import type { Locale } from '../../kernel/locale.js';
import type { Finding } from '../check/finding.js';

/** The person left (Ctrl+C, Escape). */
export class Left extends Error {}

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface Entry {
  readonly message: string;
  /** Kept when nothing is typed. */
  readonly known: string | null;
  /** Why a text is not fit; `null` when it is. */
  readonly fault: (typed: string) => string | null;
}

/** Questions to a person at a terminal, in their language. Each throws {@link Left}. */
export function createPrompts(streams: { input: Readable; output: Writable }, locale: Locale) {
  const typeset = (text: string): string => (locale === 'fr' ? withFrenchBlanks(text) : text);
  const yesNo = { fr: ['Oui', 'Non'], en: ['Yes', 'No'] } as const;
  const [active, inactive] = yesNo[locale];
  const taken = ({ known, fault }: Entry) => ({
    validate: (typed: string | undefined) => {
      const text = typed?.trim() ?? '';
      if (text === '' && known !== null) return undefined;
      const why = fault(text);
      return why === null ? undefined : typeset(why);
    },
  });
  const choices = <T>(all: readonly Choice<T>[]) =>
    all.map(({ label, hint, ...rest }) => ({
      ...{ ...rest, label: typeset(label) },
      ...(hint !== undefined && { hint: typeset(hint) }),
    })) as clack.Option<T>[];

  return {
    async one<T>(message: string, all: readonly Choice<T>[], initialValue: T): Promise<T> {
      const options = { options: choices(all), initialValue, showInstructions: false };
      return answered(await clack.select({ ...streams, message: typeset(message), ...options }));
    },
    async several<T>(
      message: string,
      all: readonly Choice<T>[],
      initialValues: readonly T[],
    ): Promise<T[]> {
      const options = { options: choices(all), initialValues, showInstructions: false };
      return answered(
        await clack.multiselect({
          ...{ ...streams, ...options, message: typeset(message), required: false },
        }),
      );
    },
    async text(entry: Entry): Promise<string> {
      const { message, known } = entry;
      const typed = await clack.text({
        ...{ ...streams, message: typeset(message), ...taken(entry) },
        ...(known !== null && { initialValue: known }),
      });
      return answered(typed)?.trim() || known || '';
    },
    async secret(entry: Entry): Promise<string> {
      const message = typeset(entry.message);
      const typed = await clack.password({ ...streams, message, ...taken(entry) });
      return answered(typed)?.trim() || entry.known || '';
    },
    async agree(message: string): Promise<boolean> {
      const words = { message: typeset(message), active, inactive };
      return answered(await clack.confirm({ ...streams, ...words }));
    },
    note: (title: string, lines: readonly string[]): void =>
      clack.note(lines.map(typeset).join('\n'), typeset(title), { ...streams, format: asItIs }),
    intro: (text: string): void => clack.intro(typeset(text), streams),
    outro: (text: string): void => clack.outro(typeset(text), streams),
    leave: (text: string): void => clack.cancel(typeset(text), streams),
    step: (text: string): void => clack.log.step(typeset(text), streams),
    warn: (text: string): void => clack.log.warn(typeset(text), streams),
    found({ state, said, remedy }: Finding): void {
      const text = [said, remedy]
        .flatMap((part) => (part ? [typeset(part[locale])] : []))
        .join('\n');
      const tell = { right: clack.log.success, beware: clack.log.warn, wrong: clack.log.error };
      tell[state](text, streams);
    },
  };
}

export type Prompts = ReturnType<typeof createPrompts>;

function answered<T>(answer: T | typeof clack.CANCEL_SYMBOL): T {
  if (clack.isCancel(answer)) throw new Left();
  return answer as T;
}

/** Steps are to be read: not dimmed. */
const asItIs = (line: string): string => line;
