import type { Meeting } from '../../../src/agenda/types.js';
import type { Member } from '../../../src/community/types.js';
import type { Decision } from '../../../src/decisions/types.js';
import { formatList, formatMoment } from '../../../src/kernel/dates/format.js';
import { zoneName } from '../../../src/kernel/dates/zones.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { formatQuantity } from '../../../src/kernel/quantities/format.js';
import type { Entry } from '../../../src/wealth/service/reading.js';
import { act, button, select, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';

const givenLine = ({ contribution: { number }, content }: Entry, locale: Locale): string => {
  const said = content && `${content.what}, ${formatQuantity(content.quantity, locale)}`;
  return `R-${number} · ${said ?? say(locale, 'wealth.hidden')}`;
};

/** One's own place in the whole: role, language, what waits for one's voice. */
export function meView(parts: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly waiting: readonly Decision[];
  /** What they said that they come to, or may. */
  readonly events: readonly Meeting[];
  /** What they declared last. */
  readonly given: readonly Entry[];
  /** The community's. */
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
}): View {
  const { member, members, waiting, events, given, locale, now } = parts;
  const facilitators = members.filter(({ role }) => role === 'facilitator');
  const named = waiting.map(({ number, text }) => `D-${number} · ${text.title}`);
  const language = say(locale, `language.${member.locale ?? locale}`);
  const field = (label: string, value: string) => ({ label, value: [value] });
  return view({
    title: [say(locale, 'me.title', { name: member.name })],
    blocks: [
      {
        type: 'fields',
        fields: [
          field(
            say(locale, 'me.waiting'),
            named.length === 0 ? say(locale, 'me.waiting.none') : named.join('\n'),
          ),
          ...(events.length === 0
            ? []
            : [
                field(
                  say(locale, 'me.events'),
                  events
                    .map(({ occurrence: { number, title, start, zone } }) => {
                      const at = formatMoment(start, { zone: member.zone ?? zone, locale, now });
                      return `A-${number} · ${title}, ${at}`;
                    })
                    .join('\n'),
                ),
              ]),
          ...(given.length === 0
            ? []
            : [
                field(
                  say(locale, 'me.given'),
                  given.map((one) => givenLine(one, locale)).join('\n'),
                ),
              ]),
          field(say(locale, 'me.role'), say(locale, `role.${member.role}`)),
          field(
            say(locale, 'me.facilitators'),
            formatList(
              facilitators.map(({ name }) => name),
              locale,
            ),
          ),
          field(
            say(locale, 'me.language'),
            member.locale ? language : say(locale, 'me.language.auto', { language }),
          ),
          field(say(locale, 'me.zone'), zoneName(member.zone ?? parts.zone, locale)),
          field(
            say(locale, 'me.reminders'),
            say(locale, member.reminders ? 'me.reminders.on' : 'me.reminders.off'),
          ),
        ],
      },
    ],
    actions: [
      ...(waiting.length === 0
        ? []
        : [
            select({
              label: say(locale, 'list.open-one'),
              act: act('decision.show'),
              param: 'decision',
              options: waiting.map(({ number }, index) => ({
                value: String(number),
                label: named[index] ?? `D-${number}`,
              })),
            }),
          ]),
      button(say(locale, 'me.contributions'), act('wealth.mine')),
      button(say(locale, 'me.language.change'), act('ecc.language')),
      button(say(locale, 'me.zone.change'), act('ecc.zone')),
      button(
        say(locale, member.reminders ? 'me.reminders.stop' : 'me.reminders.start'),
        act('ecc.reminders', { wanted: member.reminders ? 'no' : 'yes' }),
      ),
    ],
  });
}
