import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import type { Form, View } from '../../commands/view/view.js';
import { type Locale, localeFrom } from '../../src/kernel/locale.js';
import { missingFrom } from './invite.js';
import { CODES, hasCode } from './quiet.js';
import { opensAtOnce, renderFormCard, renderModal } from './render/form.js';
import { type Message, renderMessage } from './render/message.js';
import type { Waiting } from './waiting.js';
import { wordsIn } from './words.js';

export type Spoken =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | UserContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** Discord gives three seconds; people see that they were heard within one. */
const HEARD_WITHIN_MS = 900;
/** Beyond this Discord has told the person that it failed: it must not be done behind their back. */
const EXPIRES_MS = 3000;

/**
 * Answers a gesture with the view that comes: at once when it comes quickly, else first saying
 * that it was heard. `page`: the window of a form that was asked for, when one was.
 */
export async function answer(
  interaction: Spoken,
  ask: () => Promise<View>,
  tools: { readonly waiting: Waiting; readonly page: number | null },
): Promise<void> {
  const age = Date.now() - interaction.createdTimestamp;
  // Heard late (after a resume): only done if Discord still takes the answer.
  if (age > EXPIRES_MS) await hold(interaction);
  const asked = ask();
  const view = interaction.deferred
    ? await asked
    : ((await within(asked, Math.max(HEARD_WITHIN_MS - Math.max(age, 0), 0))) ??
      (await heard(interaction, asked)));
  if (await showWindow(interaction, view, tools.page)) return;
  await show(interaction, view);
  await handOver(interaction, tools.waiting);
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function heard(interaction: Spoken, asked: Promise<View>): Promise<View> {
  const held = hold(interaction);
  // What was begun is finished even when Discord no longer takes the answer.
  const [view] = await Promise.all([asked, held.catch(() => undefined)]);
  await held;
  return view;
}

/**
 * “Only you” in a server; a direct conversation is already that, and should last: unless it is
 * confidential, and must not be left behind.
 */
const flagsOf = (
  interaction: Spoken,
  view: Pick<View, 'confidential'> | null,
): { flags?: MessageFlags.Ephemeral } =>
  interaction.inGuild() || view?.confidential !== undefined
    ? { flags: MessageFlags.Ephemeral }
    : {};

const hold = async (interaction: Spoken): Promise<void> => {
  await interaction.deferReply(flagsOf(interaction, null));
};

const hasForm = (view: View): view is View & { readonly form: Form } => view.form !== null;

/** A window can only be the first answer, and never the answer to another window. */
async function showWindow(interaction: Spoken, view: View, page: number | null): Promise<boolean> {
  if (!hasForm(view) || interaction.deferred || interaction.isModalSubmit()) return false;
  if (page === null && !opensAtOnce(view.form)) return false;
  const modal = renderModal(view, page ?? 0, localeOf(view, interaction));
  if (!modal) return false;
  await interaction.showModal(modal);
  return true;
}

/** The language it answers in: the person's own choice, or that of their Discord. */
const localeOf = (view: View, interaction: Spoken): Locale =>
  view.locale ?? localeFrom(interaction.locale);

async function show(interaction: Spoken, view: View): Promise<void> {
  const locale = localeOf(view, interaction);
  const words = wordsIn(locale);
  const missing = interaction.inGuild() ? missingFrom(interaction.appPermissions) : [];
  const lacks = missing.map((name) => words.permissions[name]).join(', ');
  const message = hasForm(view)
    ? renderFormCard(view, locale)
    : renderMessage(view, locale, missing.length > 0 ? [words.cannotWrite(lacks)] : []);
  const content = optionsOf(message);
  if (view.audience === 'room' && interaction.inGuild()) {
    if (!interaction.deferred) await interaction.reply(content);
    else {
      await interaction.editReply({ content: words.here });
      await interaction.followUp(content);
    }
  } else if (interaction.deferred && view.confidential !== undefined && !interaction.ephemeral) {
    // That it was heard was said before it was known to be confidential.
    await interaction.deleteReply();
    await interaction.followUp({ ...content, flags: MessageFlags.Ephemeral });
  } else if (interaction.deferred) await interaction.editReply(content);
  else await interaction.reply({ ...content, ...flagsOf(interaction, view) });
}

/** What could not reach them in direct messages is shown here, to them alone. */
async function handOver(interaction: Spoken, waiting: Waiting): Promise<void> {
  const left = waiting.take(interaction.user.id);
  const { closedMessages } = wordsIn(localeFrom(interaction.locale));
  for (const message of left) {
    const content = { ...optionsOf(message), content: closedMessages };
    await interaction.followUp({ ...content, flags: MessageFlags.Ephemeral });
  }
}

const optionsOf = ({
  files,
  embeds,
  components,
}: Message): Omit<InteractionReplyOptions, 'flags'> => ({
  embeds: [...embeds],
  components: [...components],
  allowedMentions: { parse: [] },
  files: files.map(({ name, data, description }) => ({ attachment: data, name, description })),
});

/** Answered already, or too late to be answered: nothing is wrong on our side. */
export const isStale = (error: unknown): boolean =>
  hasCode(error, CODES.unknownInteraction, CODES.alreadyAcknowledged);
