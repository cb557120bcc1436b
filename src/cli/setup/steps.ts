/** How to get the credentials of each network: the exact place to click, a step a line. */
export const STEPS = {
  discord: {
    fr: [
      '1. https://discord.com/developers/applications : « New Application ».',
      '2. Page « Bot » : « Reset Token », puis « Copy ».',
      '3. Même page : laissez les trois « Privileged Gateway Intents » éteints.',
    ],
    en: [
      '1. https://discord.com/developers/applications: “New Application”.',
      '2. “Bot” page: “Reset Token”, then “Copy”.',
      '3. Same page: leave the three “Privileged Gateway Intents” off.',
    ],
  },
  slackSocket: {
    fr: [
      '1. Dans un autre terminal : npx ecc manifest slack ; copiez tout.',
      '2. Ouvrez https://api.slack.com/apps : « Create New App »,',
      '   « From a manifest », votre espace de travail, collez (onglet JSON).',
      '3. « Install App », « Install to Workspace » :',
      '   copiez « Bot User OAuth Token » (xoxb-…).',
      '4. « Basic Information », « App-Level Tokens », « Generate » avec',
      '   connections:write : copiez le jeton (xapp-…).',
    ],
    en: [
      '1. In another terminal: npx ecc manifest slack --lang en; copy all of it.',
      '2. Open https://api.slack.com/apps: “Create New App”,',
      '   “From a manifest”, your workspace, paste (JSON tab).',
      '3. “Install App”, “Install to Workspace”:',
      '   copy “Bot User OAuth Token” (xoxb-…).',
      '4. “Basic Information”, “App-Level Tokens”, “Generate” with',
      '   connections:write: copy the token (xapp-…).',
    ],
  },
  slackHttp: {
    fr: [
      '1. Votre serveur web mène https://votre-adresse/slack',
      '   vers cette machine, port 4111.',
      '2. Dans un autre terminal :',
      '   npx ecc manifest slack --url https://votre-adresse',
      '   Copiez tout.',
      '3. Ouvrez https://api.slack.com/apps : « Create New App »,',
      '   « From a manifest », un espace de travail, collez (onglet JSON).',
      '4. « Basic Information », « App Credentials » : les trois valeurs y sont.',
      '5. « Manage Distribution » : « Activate Public Distribution ».',
    ],
    en: [
      '1. Your web server leads https://your-address/slack',
      '   to this machine, port 4111.',
      '2. In another terminal:',
      '   npx ecc manifest slack --lang en --url https://your-address',
      '   Copy all of it.',
      '3. Open https://api.slack.com/apps: “Create New App”,',
      '   “From a manifest”, a workspace, paste (JSON tab).',
      '4. “Basic Information”, “App Credentials”: the three values are there.',
      '5. “Manage Distribution”: “Activate Public Distribution”.',
    ],
  },
  matrixPassword: {
    fr: [
      '1. Avec votre client Matrix, créez un compte ordinaire pour ECC.',
      '2. Notez son mot de passe ; n’activez pas de clé de récupération.',
      '3. Déconnectez-vous de ce compte : ECC s’y connectera lui-même.',
    ],
    en: [
      '1. With your Matrix client, make an ordinary account for ECC.',
      '2. Keep its password; set up no recovery key.',
      '3. Log out of that account: ECC will log in by itself.',
    ],
  },
  matrixToken: {
    fr: [
      '1. Avec Element, connectez-vous au compte d’ECC.',
      '2. « Tous les paramètres », « Aide et à propos » : « Jeton d’accès ».',
      '3. Fermez sans vous déconnecter : cette session devient celle d’ECC.',
    ],
    en: [
      '1. With Element, log in to ECC’s account.',
      '2. “All settings”, “Help & About”, “Access Token”: copy it.',
      '3. Close it without logging out: that session becomes ECC’s.',
    ],
  },
} as const;
