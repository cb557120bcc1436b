import type { AgreementId, MediationId } from '../../src/kernel/ids.js';
import type { Announcements } from '../registry/announcement.js';
import { act } from '../view/build.js';
import { caseArg } from './drawing.js';
import { agreementArg } from './views/agreement.js';
import { greetingView } from './views/common-room.js';
import { wordView } from './views/word.js';

/** Rooms are told nothing of mediation; its people are whispered one and the same word. */
export const mediationAnnouncements: Announcements = {
  announcers: {},
  drawers: {
    'mediation.word':
      async ({ subject }) =>
      (locale) =>
        wordView(locale, act('mediation.open', caseArg({ id: subject as MediationId }))),
    'mediation.kept':
      async ({ subject }) =>
      (locale) =>
        wordView(locale, act('mediation.agreement', agreementArg({ id: subject as AgreementId }))),
    'mediation.room':
      async ({ params }) =>
      (locale) =>
        greetingView(locale, {
          platform: String(params.platform),
          encrypted: params.encrypted === true,
        }),
  },
};
