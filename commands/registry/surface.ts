import { type Localised, localised } from '../../src/kernel/locale.js';
import type { Field } from '../view/view.js';
import { commandNames, commandWord } from '../words/command-words.js';
import type { Command } from './command.js';
import { NO_OPTIONS } from './param.js';

/** A parameter as a platform declares it to its people. */
export interface ParamSurface {
  /** What it is called in arguments: never shown. */
  readonly name: string;
  /** As people see it, in their language: one or several words, lower case, accents kept. */
  readonly names: Localised<string>;
  readonly help: Localised<string>;
  readonly input: Field['input'];
  readonly required: boolean;
  readonly advanced: boolean;
  readonly maxLength: number;
  /** Whether `Registry.offer` may have something to offer for it. */
  readonly offers: boolean;
}

/** A command as a platform declares it to its people: names, help, parameters in order. */
export interface CommandSurface {
  /** What goes in an `Act`. */
  readonly id: string;
  /** Its full name first (`décision proposer`), then its short forms. */
  readonly names: Localised<readonly string[]>;
  readonly help: Localised<string>;
  readonly params: readonly ParamSurface[];
  /** What the menu of a message calls it; `null` when it is not offered there. */
  readonly onMessage: Localised<string> | null;
  /** The same for the menu of a person. */
  readonly onPerson: Localised<string> | null;
}

/** What platforms with commands of their own declare: everything that is not for buttons only. */
export const surfaceOf = (commands: readonly Command[]): CommandSurface[] =>
  commands
    .filter(({ hidden }) => !hidden)
    .map(({ id, params, onMessage, onPerson }) => ({
      id,
      names: localised((locale) => commandNames(locale, id)),
      help: localised((locale) => commandWord(locale, id, 'help')),
      onMessage: onMessage && localised((locale) => commandWord(locale, id, 'onMessage')),
      onPerson:
        onPerson === null ? null : localised((locale) => commandWord(locale, id, 'onPerson')),
      params: Object.entries(params)
        .filter(([, param]) => !param.unseen)
        .map(([name, param]) => ({
          name,
          names: localised((locale) => commandWord(locale, id, name)),
          help: localised((locale) => commandWord(locale, id, name, 'help')),
          input: param.input,
          required: param.required && param.when === null,
          advanced: param.advanced,
          maxLength: param.maxLength,
          offers: param.options !== NO_OPTIONS,
        })),
    }));
