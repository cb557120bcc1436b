import { mayChangeSettings, mayNameFacilitators } from '../../../src/community/policy.js';
import { preferencesOf } from '../../../src/community/rules/people.js';
import { LIMITS, ROLES } from '../../../src/community/types.js';
import { KINDS } from '../../../src/decisions/types.js';
import { formatTime } from '../../../src/kernel/dates/format.js';
import { LOCALES } from '../../../src/kernel/locale.js';
import { ok, refuse } from '../../../src/kernel/result.js';
import { defaultRule } from '../../decisions/commands/propose.js';
import { share } from '../../decisions/share.js';
import { thresholdTyped } from '../../decisions/typed.js';
import { defaultRuleText } from '../../decisions/views/rule.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { zone } from '../../registry/moment.js';
import { choice, flag, integer, line, optional } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { act, button, note, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { roomLines } from '../views/rooms.js';

async function settingsView(context: Context, title: string): Promise<View> {
  const { services, locale, member, now } = context;
  const community = await services.community.community(context.community.id);
  const members = await services.community.members(community.id);
  const rooms = await services.community.rooms(community.id);
  const { stewards, mediators } = preferencesOf(community);
  const time = formatTime(now, { zone: community.zone, locale });
  const field = (label: string, value: string) => ({ label, value: [value] });
  return view({
    title: [title],
    landmark: '⚙️',
    blocks: [
      {
        type: 'fields',
        fields: [
          field(say(locale, 'settings.name'), community.name),
          field(
            say(locale, 'settings.zone'),
            say(locale, 'settings.zone.value', { zone: community.zone, time }),
          ),
          field(say(locale, 'settings.language'), say(locale, `language.${community.locale}`)),
          field(say(locale, 'settings.rule'), defaultRuleText(defaultRule(community), locale)),
          field(
            say(locale, 'settings.members'),
            say(locale, 'settings.members.value', { count: members.length }),
          ),
          field(
            say(locale, 'settings.stewards'),
            say(locale, stewards ? 'settings.yes' : 'settings.no'),
          ),
          field(say(locale, 'settings.mediators'), mediators || say(locale, 'settings.none')),
          field(say(locale, 'settings.rooms'), roomLines(rooms, context)),
        ],
      },
      note(say(locale, 'settings.note')),
    ],
    actions: mayChangeSettings(member)
      ? [button(say(locale, 'settings.edit'), act('ecc.change'), 'primary')]
      : [],
  });
}

export const settings = command({
  id: 'ecc.settings',
  params: {},
  run: async (context) =>
    ok(
      await settingsView(
        context,
        say(context.locale, 'settings.title', { name: context.community.name }),
      ),
    ),
});

const kinds = () => choice(KINDS, (kind, { locale }: Context) => say(locale, `kind.${kind}`));
const languages = () =>
  choice(LOCALES, (one, { locale }: Context) => say(locale, `language.${one}`));

export const change = command({
  id: 'ecc.change',
  params: {
    name: line(LIMITS.name),
    zone: zone(),
    language: languages(),
    kind: kinds(),
    threshold: { ...share(), takes: 'word' as const },
    quorum: optional(integer({ min: 0, max: 100_000 })),
    secret: flag(),
    early: flag(),
    stewards: flag(),
    mediators: optional(line(LIMITS.role)),
  },
  allows: mayChangeSettings,
  confirm: true,
  async prepare({ community, locale }) {
    const rule = defaultRule(community);
    return ok({
      ...{ name: community.name, zone: community.zone, language: community.locale },
      ...{ kind: rule.kind, threshold: thresholdTyped(rule.threshold, locale) },
      quorum: String(rule.quorum ?? 0),
      secret: rule.secret ? 'yes' : 'no',
      early: rule.closeEarly ? 'yes' : 'no',
      stewards: preferencesOf(community).stewards ? 'yes' : 'no',
      mediators: preferencesOf(community).mediators,
    });
  },
  async run(context, args) {
    const { kind, threshold, quorum, secret, early, stewards } = args;
    if (kind === 'consent' && secret) return refuse('consent-not-secret', {}, 'secret');
    const decisions = { kind, threshold, quorum: quorum || null, secret, closeEarly: early };
    const done = await context.services.community.setCommunity(context.cause, {
      ...{ name: args.name, zone: args.zone, locale: args.language },
      settings: {
        decisions: { ...decisions, threshold: { ...threshold } },
        community: { stewards, mediators: args.mediators ?? '' },
      },
    });
    if (!done.ok) return done;
    return ok(await settingsView(context, say(context.locale, 'settings.done')));
  },
});

const roles = () => choice(ROLES, (role, { locale }: Context) => say(locale, `role.${role}`));

export const role = command({
  id: 'ecc.role',
  onPerson: 'member',
  params: { member: person(), role: { ...roles(), takes: 'last' as const } },
  allows: mayNameFacilitators,
  async run({ services, cause, locale }, { member, role: wanted }) {
    const done = await services.community.setRole(cause, { member: member.id, role: wanted });
    if (!done.ok) return done;
    const { name } = member;
    return ok(view({ title: [say(locale, `role.done.${wanted}`, { name })] }));
  },
});
