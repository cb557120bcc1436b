import { agendaScenes } from './scenes/agenda.js';
import { calendarScenes } from './scenes/calendars.js';
import { decisionScenes } from './scenes/decision.js';
import { eccScenes } from './scenes/ecc.js';
import { mediationScenes } from './scenes/mediation.js';
import { mediationMeetingScenes } from './scenes/mediation-meeting.js';
import { mediationOthersScenes } from './scenes/mediation-others.js';
import { meetingScenes } from './scenes/meeting.js';
import { veilleScenes } from './scenes/veille.js';
import { wealthScenes } from './scenes/wealth.js';
import { wealthMoneyScenes } from './scenes/wealth-money.js';
import type { Scene } from './stage.js';

/** By function, the first part of its commands' ids: a new one is a line here and a file there. */
export const scenes: Readonly<Record<string, readonly Scene[]>> = {
  agenda: [...agendaScenes, ...meetingScenes, ...calendarScenes],
  decision: decisionScenes,
  ecc: eccScenes,
  mediation: [...mediationScenes, ...mediationOthersScenes, ...mediationMeetingScenes],
  veille: veilleScenes,
  wealth: [...wealthScenes, ...wealthMoneyScenes],
};
