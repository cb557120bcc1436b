import type { MediationId } from '../../src/kernel/ids.js';
import type { Announcements } from '../registry/announcement.js';
import { wordView } from './views/word.js';

/** Rooms are told nothing of mediation; its people are whispered one and the same word. */
export const mediationAnnouncements: Announcements = {
  announcers: {},
  drawers: {
    'mediation.word':
      async ({ subject }) =>
      (locale) =>
        wordView(locale, subject as MediationId),
  },
};
