import { webApi } from '@slack/bolt';
import type { Locale, Localised } from '../../src/kernel/locale.js';

export type Fault = 'bot-token' | 'app-token' | 'address';

const WORDS: Readonly<Record<Fault, Localised<(detail: string) => string>>> = {
  'bot-token': {
    fr: (detail) =>
      `Slack refuse le jeton du robot (${detail}). Copiez « Bot User OAuth Token » (xoxb-…) depuis la page « OAuth & Permissions » de votre application dans ECC_SLACK_BOT_TOKEN.`,
    en: (detail) =>
      `Slack refuses the bot token (${detail}). Copy “Bot User OAuth Token” (xoxb-…) from the “OAuth & Permissions” page of your app into ECC_SLACK_BOT_TOKEN.`,
  },
  'app-token': {
    fr: (detail) =>
      `Slack refuse le jeton d’application (${detail}). Créez-en un avec l’autorisation connections:write, page « Basic Information », et copiez-le (xapp-…) dans ECC_SLACK_APP_TOKEN.`,
    en: (detail) =>
      `Slack refuses the app token (${detail}). Create one with the connections:write scope, on the “Basic Information” page, and copy it (xapp-…) into ECC_SLACK_APP_TOKEN.`,
  },
  address: {
    fr: (detail) =>
      `Slack ne peut pas être écouté à cette adresse (${detail}). Vérifiez ECC_SLACK_HOST et ECC_SLACK_PORT.`,
    en: (detail) =>
      `Slack cannot be listened to at this address (${detail}). Check ECC_SLACK_HOST and ECC_SLACK_PORT.`,
  },
};

/** Why ECC cannot be on Slack, in one sentence; the rest of the service goes on. */
export class SlackRefused extends Error {
  constructor(
    readonly fault: Fault,
    readonly detail: string,
  ) {
    super(WORDS[fault].en(detail));
    this.name = 'SlackRefused';
  }
  say(locale: Locale): string {
    return WORDS[this.fault][locale](this.detail);
  }
}

/** Slack's own word for a refusal, `null` when it did not answer. */
export const refusalOf = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : null;

const TOKEN_REFUSALS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'user_removed_from_team',
  'team_disabled',
]);

/** Whether asking again with the same token is no use. */
export const isTokenRefusal = (error: unknown): boolean =>
  TOKEN_REFUSALS.has(refusalOf(error) ?? '');
