import { ApplicationIntegrationType, InteractionContextType, Locale as Tag } from 'discord.js';
import { LOCALES, type Locale, type Localised } from '../../src/kernel/locale.js';

/**
 * Names are French and localised in English, rather than the reverse: a Discord in any third
 * language shows the base name, and ECC answers those people in French.
 */
export const BASE: Locale = 'fr';
const TAGS: Localised<readonly Tag[]> = {
  fr: [Tag.French],
  en: [Tag.EnglishUS, Tag.EnglishGB],
};

/** Installed on servers; usable there and in the bot's direct messages. */
export const AVAILABLE = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};

export const others = (words: Localised<string>): Partial<Record<Tag, string>> =>
  Object.fromEntries(
    LOCALES.filter((locale) => locale !== BASE).flatMap((locale) =>
      TAGS[locale].map((tag) => [tag, words[locale]]),
    ),
  );

export const named = (names: Localised<string>) => ({
  name: names[BASE],
  name_localizations: others(names),
});
