import { ChannelType, type Guild } from 'discord.js';
import { text, view } from '../../commands/view/build.js';
import { localeFrom, localised } from '../../src/kernel/locale.js';
import type { Adapter } from '../contract.js';
import { missingFrom } from './invite.js';
import { wordsIn } from './words.js';

/** Says hello to a server that has just invited ECC, where its people welcome newcomers. */
export async function sayHello(guild: Guild, speaker: Pick<Adapter, 'post'>): Promise<void> {
  const me = guild.members.me;
  const open = [guild.systemChannel, ...guild.channels.cache.values()].find(
    (channel) =>
      me !== null &&
      channel?.type === ChannelType.GuildText &&
      missingFrom(channel.permissionsFor(me)).length === 0,
  );
  if (!open) return;
  const hello = localised((locale) => {
    const { title, body, first } = wordsIn(locale).hello;
    return view({ title: [title], blocks: [text(body), text(first)], audience: 'room' });
  });
  const to = { roomId: open.id, userId: null, locale: localeFrom(guild.preferredLocale) };
  await speaker.post({ to, key: `hello:${guild.id}:${guild.joinedTimestamp}`, view: hello });
}
