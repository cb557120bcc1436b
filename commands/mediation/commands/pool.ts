import { formatList } from '../../../src/kernel/dates/format.js';
import { ok } from '../../../src/kernel/result.js';
import { mayNameMediators } from '../../../src/mediation/policy.js';
import { BOUNDS, CAPACITY, LIMITS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import { flag, integer, optional, text as textParam } from '../../registry/param.js';
import { person } from '../../registry/people.js';
import { act, button, note, text } from '../../view/build.js';
import type { Block } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { drawingFor, nameOf, quietView } from '../drawing.js';
import { languages } from '../params.js';

export const mediators = command({
  id: 'mediation.mediators',
  params: {},
  async run(context) {
    const { services, community, member, locale } = context;
    const pool = await services.mediation.pool(community.id);
    const drawing = await drawingFor(context);
    const known = pool.filter((one) => drawing.names.has(one.member));
    const own = known.some((one) => one.member === member.id);
    return ok(
      quietView({
        title: [say(locale, 'mediation.pool.title')],
        blocks: [
          ...(known.length === 0 ? [text(...rich(locale, 'mediation.pool.empty'))] : []),
          ...known.flatMap(({ member: who, about, languages: spoken, available }): Block[] => [
            text(
              { type: 'strong', children: [nameOf(drawing, who)] },
              ...(available ? [] : [` (${say(locale, 'mediation.pool.away')})`]),
              ...(about === '' ? [] : [{ type: 'break' as const }, about]),
              { type: 'break' },
              say(locale, 'mediation.pool.languages', {
                list: formatList(
                  spoken.map((one) => say(locale, `language.${one}`)),
                  locale,
                ),
              }),
            ),
          ]),
        ],
        actions: own
          ? [button(say(locale, 'mediation.pool.present'), act('mediation.present'))]
          : [],
      }),
    );
  },
});

export const name = command({
  id: 'mediation.name',
  params: { member: person() },
  allows: mayNameMediators,
  async run({ services, cause, community, locale }, { member }) {
    const done = await services.mediation.name(cause, {
      ...{ member: member.id, about: '', languages: [community.locale] },
      ...{ available: true, capacity: CAPACITY },
    });
    if (!done.ok) return done;
    return ok(
      quietView({
        title: [say(locale, 'mediation.named.done', { name: member.name })],
        blocks: [note(...rich(locale, 'mediation.named.next'))],
      }),
    );
  },
});

export const unname = command({
  id: 'mediation.unname',
  params: { member: person() },
  allows: mayNameMediators,
  async run({ services, cause, locale }, { member }) {
    const done = await services.mediation.unname(cause, member.id);
    if (!done.ok) return done;
    return ok(quietView({ title: [say(locale, 'mediation.unnamed.done', { name: member.name })] }));
  },
});

/** A mediator's own word: facilitators name, and do not speak for them. */
export const present = command({
  id: 'mediation.present',
  params: {
    spoken: languages(),
    aboutme: optional(textParam(LIMITS.about)),
    load: integer(BOUNDS.capacity),
    available: flag(),
  },
  confirm: true,
  async prepare({ services, community, member, locale }) {
    const pool = await services.mediation.pool(community.id);
    const own = pool.find((one) => one.member === member.id);
    if (!own) return ok({});
    return ok({
      aboutme: own.about,
      spoken: own.languages.map((one) => say(locale, `language.${one}`)).join(', '),
      load: String(own.capacity),
      available: own.available ? 'yes' : 'no',
    });
  },
  async run({ services, cause, locale }, { aboutme, spoken, load, available }) {
    const said = { about: aboutme ?? '', languages: spoken, capacity: load, available };
    const done = await services.mediation.present(cause, said);
    return done.ok ? ok(quietView({ title: [say(locale, 'mediation.presented.done')] })) : done;
  },
});
