import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandSurface, ParamSurface } from '../../commands/registry/surface.js';
import { type Locale, type Localised, localised } from '../../src/kernel/locale.js';
import { fitted, LIMITS } from './limits.js';
import { declareMenus, type Menus } from './menus.js';
import { AVAILABLE, BASE, named, others } from './names.js';

type Command = RESTPutAPIApplicationCommandsJSONBody[number];

/** What a slash command of Discord's means. */
export interface Meaning {
  readonly id: string;
  /** By the option's name as Discord sends it. */
  readonly params: ReadonlyMap<string, ParamSurface>;
}

export interface Declared {
  readonly commands: readonly Command[];
  /** By the words Discord sends back: `décision proposer`. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly menus: Menus;
}

/**
 * Commands of two words become a command and its subcommand; their one-word short forms are
 * commands too. Nothing is required there: what is missing is asked for in a window, where a long
 * text is easier to write.
 */
export function declare(surface: readonly CommandSurface[]): Declared {
  const roots = new Map<
    string,
    { names: Localised<string>; subs: APIApplicationCommandSubcommandOption[] }
  >();
  const meanings = new Map<string, Meaning>();
  const shorts: Command[] = [];
  const menus = declareMenus(surface);
  const families = new Set(surface.map((one) => splitName(fullName(one).fr)[0]));

  for (const one of surface) {
    const full = fullName(one);
    const options = optionsOf(one.params);
    const means = {
      id: one.id,
      params: new Map(one.params.map((param) => [optionName(param.names[BASE]), param])),
    };
    const [root, sub] = splitName(full[BASE]);
    const family = roots.get(root) ?? {
      names: localised((locale) => splitName(full[locale])[0]),
      subs: [],
    };
    roots.set(root, family);
    family.subs.push({
      type: ApplicationCommandOptionType.Subcommand,
      ...named(localised((locale) => splitName(full[locale])[1])),
      ...described(one.help),
      options,
    });
    meanings.set(`${root} ${sub}`, means);
    const short = shortName(one, families);
    if (short) {
      shorts.push({ ...base, ...named(short), ...described(one.help), options });
      meanings.set(short[BASE], means);
    }
  }
  const grouped = [...roots].map(
    ([, { names, subs }]): Command => ({
      ...base,
      ...named(names),
      ...described(localised((locale) => `ECC · ${names[locale]}`)),
      options: subs,
    }),
  );
  return { commands: [...grouped, ...shorts, ...menus.commands], meanings, menus };
}

const base = { type: ApplicationCommandType.ChatInput as const, ...AVAILABLE };

/** The first name of two words, in each language. */
const fullName = ({ id, names }: CommandSurface): Localised<string> =>
  localised((locale) => {
    const name = names[locale].find((one) => one.includes(' '));
    if (!name) throw new Error(`${id} has no name of two words in ${locale}`);
    return name;
  });

const splitName = (name: string): [root: string, sub: string] => {
  const [root = '', ...rest] = name.split(' ');
  return [root, rest.join('-')];
};

/** A one-word name that is not itself a family of commands. */
function shortName(
  { names }: CommandSurface,
  families: ReadonlySet<string>,
): Localised<string> | null {
  const short = (locale: Locale) =>
    names[locale].find(
      (name) => !name.includes(' ') && name !== splitName(fullNameIn(names, locale))[0],
    );
  const [fr, en] = [short('fr'), short('en')];
  return fr && en && !families.has(fr) ? { fr, en } : null;
}

const fullNameIn = (names: Localised<readonly string[]>, locale: Locale): string =>
  names[locale].find((name) => name.includes(' ')) ?? '';

const optionName = (words: string): string =>
  words.toLowerCase().replaceAll(/\s+/g, '-').slice(0, LIMITS.commandName);

const optionsOf = (params: readonly ParamSurface[]): APIApplicationCommandBasicOption[] =>
  params
    .toSorted((one, other) => Number(other.required) - Number(one.required))
    .slice(0, LIMITS.optionsPerCommand)
    .map((param) => {
      const shared = {
        ...named(localised((locale) => optionName(param.names[locale]))),
        ...described(param.help),
      };
      if (param.input === 'file') {
        return { type: ApplicationCommandOptionType.Attachment, ...shared };
      }
      if (param.input === 'flag') return { type: ApplicationCommandOptionType.Boolean, ...shared };
      const text = { type: ApplicationCommandOptionType.String, ...shared } as const;
      return param.offers ? { ...text, autocomplete: true } : text;
    });

function described(help: Localised<string>) {
  const short = localised((locale) => fitted(help[locale], LIMITS.commandHelp));
  return { description: short[BASE], description_localizations: others(short) };
}
