import { type AutocompleteInteraction, type Interaction, MessageFlags } from 'discord.js';
import type { Invocation, Request } from '../../commands/registry/invocation.js';
import { localeFrom } from '../../src/kernel/locale.js';
import { answer, isStale, type Spoken } from './answer.js';
import type { Declared } from './commands.js';
import { readCustomId } from './custom-id.js';
import { argsOf, filesIn, filesOf, hear, spokenName } from './hear.js';
import { fitted, LIMITS } from './limits.js';
import { pointed } from './menus.js';
import { quiet } from './quiet.js';
import type { Desk } from './types.js';
import type { Waiting } from './waiting.js';
import { wordsIn } from './words.js';

/** Every gesture of a person, from what Discord says of it to the answer they see. */
export function createListener(desk: Desk, declared: Declared, waiting: Waiting) {
  const { registry, log } = desk;

  async function spoken(interaction: Spoken): Promise<void> {
    const read = requestOf(interaction, declared);
    if (!read) {
      const content = wordsIn(localeFrom(interaction.locale)).oldButton;
      const flags = MessageFlags.Ephemeral;
      await interaction.reply({ content, flags, allowedMentions: { parse: [] } });
      return;
    }
    const { request, page, files = [] } = read;
    const ask = () => registry.dispatch({ ...hear(interaction), request, files });
    await answer(interaction, ask, { waiting, page });
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const meaning = declared.meanings.get(spokenName(interaction));
    const { name, value } = interaction.options.getFocused(true);
    const param = meaning?.params.get(name);
    const { eventId: _, ...from } = hear(interaction);
    const offered =
      meaning && param
        ? await registry.offer({ ...from, command: meaning.id, param: param.name, text: value })
        : [];
    await interaction.respond(
      offered
        // A value cannot be shortened: it would be another one.
        .filter((option) => option.value.length <= LIMITS.choiceText)
        .slice(0, LIMITS.choices)
        .map((option) => ({ name: fitted(option.label, LIMITS.choiceText), value: option.value })),
    );
  }

  return async (interaction: Interaction): Promise<void> => {
    if (interaction.user.bot) return;
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else if (isSpoken(interaction)) await spoken(interaction);
    } catch (error) {
      const facts = { interaction: interaction.id, error: quiet(error) };
      if (isStale(error)) log.warn(facts, 'an answer came too late for Discord');
      else log.error(facts, 'an answer could not be given on Discord');
    }
  };
}

const isSpoken = (interaction: Interaction): interaction is Spoken =>
  interaction.isChatInputCommand() ||
  interaction.isMessageContextMenuCommand() ||
  interaction.isUserContextMenuCommand() ||
  interaction.isButton() ||
  interaction.isStringSelectMenu() ||
  interaction.isModalSubmit();

interface Read extends Pick<Invocation, 'files'> {
  readonly request: Request;
  /** The window of a form that was asked for, when one was. */
  readonly page: number | null;
}

function requestOf(interaction: Spoken, { meanings, menus }: Declared): Read | null {
  if (interaction.isChatInputCommand()) {
    const meaning = meanings.get(spokenName(interaction));
    if (!meaning) return null;
    const act = { command: meaning.id, args: argsOf(interaction, meaning) };
    const files = filesOf(interaction, meaning);
    return { request: { type: 'act', community: null, act }, page: null, files };
  }
  if (interaction.isMessageContextMenuCommand() || interaction.isUserContextMenuCommand()) {
    const request = pointed(interaction, menus);
    return request && { request, page: null };
  }
  const chosen = interaction.isStringSelectMenu() ? interaction.values : null;
  const gesture = readCustomId(interaction.customId, chosen);
  switch (gesture?.type) {
    case undefined:
      return null;
    case 'act':
      return { request: gesture, page: null };
    case 'ask':
      return { request: { type: 'reopen', dialogue: gesture.dialogue }, page: gesture.page };
    case 'send': {
      const sent = interaction.isModalSubmit() ? interaction : null;
      const values = sent ? typedIn(sent) : {};
      const files = sent ? filesIn(sent) : [];
      return { request: { type: 'form', dialogue: gesture.dialogue, values }, page: null, files };
    }
  }
}

/** What was typed or chosen in a window, by field. */
const typedIn = ({ fields }: Extract<Spoken, { fields: unknown }>): Record<string, string> =>
  Object.fromEntries(
    [...fields.fields.values()].flatMap((field) => {
      if ('value' in field) return [[field.customId, String(field.value ?? '')]];
      const [value] = 'values' in field ? field.values : [];
      return value === undefined ? [] : [[field.customId, value]];
    }),
  );
