import type { Locale } from '../../src/kernel/locale.js';

const WORDS = {
  token: {
    fr: 'Discord refuse le jeton ECC_DISCORD_TOKEN. Copiez-en un nouveau : discord.com/developers/applications, votre application, « Bot », « Reset Token ».',
    en: 'Discord refuses the token ECC_DISCORD_TOKEN. Copy a new one: discord.com/developers/applications, your application, “Bot”, “Reset Token”.',
  },
  refused: {
    fr: 'Discord a fermé la connexion et n’en veut plus d’autre de cette application. Vérifiez-la sur discord.com/developers/applications.',
    en: 'Discord closed the connection and wants no other from this application. Check it at discord.com/developers/applications.',
  },
} as const;

/** Discord will not have this bot: trying again as it is would change nothing. */
export class CannotJoinDiscord extends Error {
  constructor(readonly reason: keyof typeof WORDS) {
    super(WORDS[reason].en);
    this.name = 'CannotJoinDiscord';
  }

  /** Why and what to do, for who runs ECC. */
  say(locale: Locale): string {
    return WORDS[this.reason][locale];
  }
}
