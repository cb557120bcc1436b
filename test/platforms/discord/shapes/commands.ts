import { z } from 'zod';

/** Discord's “Application commands”. */
const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((text) => text === text.toLowerCase(), 'must be lower case');
const help = z.string().min(1).max(100);
const tag = z.enum(['fr', 'en-US', 'en-GB', 'de', 'es-ES']);

const titled = {
  name,
  name_localizations: z.partialRecord(tag, name).nullish(),
  description: help,
  description_localizations: z.partialRecord(tag, help).nullish(),
};

const leaf = z.strictObject({
  type: z.union([z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(11)]),
  ...titled,
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  choices: z
    .array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().max(100) }))
    .max(25)
    .optional(),
});

const distinct = (options: readonly z.infer<typeof leaf>[] | readonly { name: string }[]) =>
  new Set(options.map((one) => one.name)).size === options.length;

const leaves = z
  .array(leaf)
  .max(25)
  .refine(distinct, 'names must be unique')
  .refine(
    (all) => all.every((one, at) => !one.required || all.slice(0, at).every((b) => b.required)),
    'required options come first',
  );

const sub = z.strictObject({ type: z.literal(1), ...titled, options: leaves.optional() });

const slash = z.strictObject({
  type: z.literal(1),
  ...titled,
  options: z.union([leaves, z.array(sub).max(25).refine(distinct, 'names must be unique')]),
  contexts: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])),
  integration_types: z.array(z.union([z.literal(0), z.literal(1)])),
  default_member_permissions: z.string().nullish(),
});
export type Command = z.infer<typeof slash>;

/** In the menu of a person (2) or of a message (3): no help, no options, capitals and blanks. */
const label = z.string().regex(/^\S(.{0,30}\S)?$/u);
const menu = z.strictObject({
  type: z.union([z.literal(2), z.literal(3)]),
  name: label,
  name_localizations: z.partialRecord(tag, label).nullish(),
  contexts: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])),
  integration_types: z.array(z.union([z.literal(0), z.literal(1)])),
  default_member_permissions: z.string().nullish(),
});
export type Menu = z.infer<typeof menu>;
export const isSlash = <T extends Command | Menu>(one: T): one is Extract<T, Command> =>
  one.type === 1;

/** “Registering a command”: so many of each type, globally. */
const MOST = { 1: 100, 2: 5, 3: 5 } as const;
export type Leaf = z.infer<typeof leaf>;

interface Titled {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: Partial<Record<string, string>> | null | undefined;
  readonly description_localizations?: Partial<Record<string, string>> | null | undefined;
  readonly options?: readonly Titled[] | undefined;
}

/** The longest language of each text counts. */
export function weightOf(one: Titled): number {
  const longest = (text: string, other: Titled['name_localizations']): number =>
    Math.max(text.length, ...Object.values(other ?? {}).map((words = '') => words.length));
  return (
    longest(one.name, one.name_localizations) +
    longest(one.description, one.description_localizations) +
    (one.options ?? []).reduce((sum, option) => sum + weightOf(option), 0)
  );
}

export const commands = z
  .array(z.discriminatedUnion('type', [slash, menu]))
  .refine(
    (all) => distinct(all.map(({ type, name }) => ({ name: `${type} ${name}` }))),
    'names must be unique',
  )
  .refine(
    (all) =>
      ([1, 2, 3] as const).every(
        (kind) => all.filter((one) => one.type === kind).length <= MOST[kind],
      ),
    'too many commands of a type',
  )
  .refine(
    (all) => all.filter(isSlash).every((one) => weightOf(one) <= 8000),
    'a command is over 8000',
  );

export const choices = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        value: z.string().min(1).max(100),
        name_localizations: z.null().optional(),
      }),
    )
    .max(25),
});
