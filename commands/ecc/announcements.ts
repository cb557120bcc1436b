import type { MemberId } from '../../src/kernel/ids.js';
import type { Announcements } from '../registry/announcement.js';
import { act, button, text, view } from '../view/build.js';
import { rich, say } from '../words/index.js';

/** The first person of a room is told that they hold it. */
export const eccAnnouncements: Announcements = {
  announcers: {
    'community.founded': async ({ data, subject }) => {
      const member = data.member as MemberId;
      return [{ to: { member }, key: 'welcome', card: 'welcome', subject, params: {} }];
    },
  },
  drawers: {
    welcome: async ({ community, reader }, services) => {
      const member = reader && (await services.community.member(community, reader));
      if (!member) return null;
      return (locale) =>
        view({
          title: [say(locale, 'welcome.title', { name: member.name })],
          landmark: '👋',
          audience: 'direct',
          blocks: [text(...rich(locale, 'welcome.body')), text(say(locale, 'welcome.next'))],
          actions: [
            button(say(locale, 'help.propose'), act('decision.propose'), 'primary'),
            button(say(locale, 'welcome.settings'), act('ecc.settings')),
          ],
        });
    },
  },
};
