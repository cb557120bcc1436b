import { calendarCommands as enCalendarCommands } from './en/calendar-commands.js';
import { calendars as enCalendars } from './en/calendars.js';
import { commands as enCommands } from './en/commands.js';
import { linkedCalendar as enLinkedCalendar } from './en/linked-calendar.js';
import { meeting as enMeeting } from './en/meeting.js';
import { meetingCommands as enMeetingCommands } from './en/meeting-commands.js';
import { messages as enMessages } from './en/messages.js';
import { networkEvents as enNetworkEvents } from './en/network-events.js';
import { calendarCommands as frCalendarCommands } from './fr/calendar-commands.js';
import { calendars as frCalendars } from './fr/calendars.js';
import { commands as frCommands } from './fr/commands.js';
import { linkedCalendar as frLinkedCalendar } from './fr/linked-calendar.js';
import { meeting as frMeeting } from './fr/meeting.js';
import { meetingCommands as frMeetingCommands } from './fr/meeting-commands.js';
import { messages as frMessages } from './fr/messages.js';
import { networkEvents as frNetworkEvents } from './fr/network-events.js';

export const fr = {
  ...{ ...frCommands, ...frMessages },
  ...{ ...frMeetingCommands, ...frMeeting },
  ...{ ...frCalendarCommands, ...frCalendars, ...frLinkedCalendar },
  ...frNetworkEvents,
};

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...{ ...enCommands, ...enMessages },
  ...{ ...enMeetingCommands, ...enMeeting },
  ...{ ...enCalendarCommands, ...enCalendars, ...enLinkedCalendar },
  ...enNetworkEvents,
};
