import { z } from 'zod';
import type { DiscordSettings } from '../../config/networks.js';
import { ask, type Reply } from './ask.js';
import { beware, type Finding, right, wrong } from './finding.js';
import { discordNeeds } from './needs.js';
import { type NetworkReport, reportOf, Stopped } from './network.js';

/** https://docs.discord.com/developers/reference#user-agent */
const USER_AGENT = 'DiscordBot (ECC, 1)';
const flag = (...bits: readonly number[]): number => bits.reduce((all, bit) => all | (1 << bit), 0);
/** Presences and members, each as granted or as limited (application flags). */
const PRIVILEGED = flag(12, 13, 14, 15);
const CONTENT = flag(18, 19);

const me = z.object({ username: z.string() });
const application = z.object({ id: z.string(), flags: z.number().int().default(0) });
const guilds = z.array(z.object({ name: z.string(), permissions: z.string() }));

/** The token, the application, and the servers where it was invited. */
export const checkDiscord = ({ token, apiUrl }: DiscordSettings): Promise<NetworkReport> =>
  reportOf(
    'Discord',
    async (found, heard) => {
      const base = `${(apiUrl ?? 'https://discord.com/api').replace(/\/$/, '')}/v10`;
      const headers = { authorization: `Bot ${token}`, 'user-agent': USER_AGENT };
      const get = async (path: string): Promise<Reply> =>
        granted(heard(await ask(`${base}${path}`, { headers })));

      const { username } = read(me, await get('/users/@me'));
      const { id, flags } = read(application, await get('/applications/@me'));
      found(
        right({
          fr: `Discord : jeton reconnu, robot ${username}, application ${id}.`,
          en: `Discord: token known, bot ${username}, application ${id}.`,
        }),
      );
      if ((flags & PRIVILEGED) !== 0) found(PRIVILEGES);
      else found((flags & CONTENT) === 0 ? NO_PRIVILEGE : READS);

      const { inviteLink, missingFrom } = await discordNeeds();
      const servers = read(guilds, await get('/users/@me/guilds'));
      if (servers.length === 0) found(nowhere(inviteLink(id)));
      else found(present(servers.length));
      for (const { name, permissions } of servers) {
        const missing = missingFrom(permissions);
        if (missing.length > 0) found(lacking(name, missing, inviteLink(id)));
      }
    },
    apiUrl && 'ECC_DISCORD_API',
  );

function granted(reply: Reply): Reply {
  if (reply.status === 401 || reply.status === 403) throw new Stopped(BAD_TOKEN);
  if (reply.status !== 200) throw new Stopped(NOT_DISCORD);
  return reply;
}

function read<T>(shape: z.ZodType<T>, { json }: Reply): T {
  const read = shape.safeParse(json);
  if (!read.success) throw new Stopped(NOT_DISCORD);
  return read.data;
}

const BAD_TOKEN = wrong(
  { fr: 'Discord refuse le jeton du robot.', en: 'Discord refuses the bot’s token.' },
  {
    fr: 'Sur discord.com/developers/applications, votre application, « Bot », « Reset Token » : copiez le nouveau jeton dans ECC_DISCORD_TOKEN.',
    en: 'At discord.com/developers/applications, your application, “Bot”, “Reset Token”: copy the new token to ECC_DISCORD_TOKEN.',
  },
);

const NOT_DISCORD = wrong(
  { fr: 'Ce qui répond n’est pas Discord.', en: 'What answers is not Discord.' },
  {
    fr: 'Videz ECC_DISCORD_API, ou vérifiez le relais de votre réseau.',
    en: 'Empty ECC_DISCORD_API, or check the proxy of your network.',
  },
);

const NO_PRIVILEGE = right({
  fr: 'Discord : aucun « Privileged Intent », et ECC n’en demande aucun.',
  en: 'Discord: no privileged intent, and ECC asks for none.',
});

const READS = right({
  fr: 'Discord : « Message Content » est allumé. ECC ne lit que les messages sous lesquels quelqu’un met le signe de /veille réaction.',
  en: 'Discord: “Message Content” is on. ECC reads only the messages under which somebody puts the sign of /watch reaction.',
});

const PRIVILEGES = beware(
  {
    fr: 'Discord : l’application a des « Privileged Gateway Intents » dont ECC ne se sert pas.',
    en: 'Discord: the application has “Privileged Gateway Intents” that ECC does not use.',
  },
  {
    fr: 'Page « Bot » de l’application : éteignez « Presence » et « Server Members ». Moins de droits, moins de soucis.',
    en: '“Bot” page of the application: turn “Presence” and “Server Members” off; fewer rights, less to worry about.',
  },
);

const nowhere = (link: string): Finding =>
  beware(
    { fr: 'Discord : le robot n’est dans aucun serveur.', en: 'Discord: the bot is in no server.' },
    { fr: `Invitez-le : ${link}`, en: `Invite it: ${link}` },
  );

const present = (count: number): Finding =>
  right({
    fr: `Discord : présent dans ${count} ${count > 1 ? 'serveurs' : 'serveur'}.`,
    en: `Discord: present in ${count} ${count > 1 ? 'servers' : 'server'}.`,
  });

const lacking = (server: string, missing: readonly string[], link: string): Finding =>
  beware(
    {
      fr: `Discord : dans « ${server} », il manque des permissions (${missing.join(', ')}).`,
      en: `Discord: in “${server}”, permissions are missing (${missing.join(', ')}).`,
    },
    {
      fr: `Invitez-le à nouveau, cela les ajoute : ${link}`,
      en: `Invite it again, that adds them: ${link}`,
    },
  );
