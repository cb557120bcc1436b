import type { Locale } from '../../../src/kernel/locale.js';
import { ok } from '../../../src/kernel/result.js';
import { maySeeFigures, maySetMediation } from '../../../src/mediation/policy.js';
import type { Figures } from '../../../src/mediation/rules/figures.js';
import { countrySaid, pledgeOf } from '../../../src/mediation/rules/pledge.js';
import { BOUNDS, LIMITS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import { integer, line, optional } from '../../registry/param.js';
import { note, text } from '../../view/build.js';
import { say } from '../../words/index.js';
import { quietView } from '../drawing.js';
import { countries } from '../params.js';

/** What the community promises; requests already written keep what they were told. */
export const rules = command({
  id: 'mediation.rules',
  params: {
    answerhours: integer(BOUNDS.answerHours),
    keepdays: integer(BOUNDS.keepDays),
    outside: optional(line(LIMITS.contact)),
    country: optional(countries(), 'auto' as const),
  },
  allows: maySetMediation,
  confirm: true,
  async prepare({ community }) {
    const { answerHours, keepDays, contact } = pledgeOf(community.settings.mediation);
    return ok({
      ...{ answerhours: String(answerHours), keepdays: String(keepDays), outside: contact },
      country: countrySaid(community.settings.mediation) ?? 'auto',
    });
  },
  async run({ services, cause, locale }, { answerhours, keepdays, outside, country }) {
    const contact = outside ?? '';
    const settings = { answerHours: answerhours, keepDays: keepdays, contact, country };
    const done = await services.community.setCommunity(cause, {
      settings: { mediation: settings },
    });
    if (!done.ok) return done;
    return ok(
      quietView({
        title: [say(locale, 'mediation.rules.done')],
        blocks: [
          text(
            say(locale, 'mediation.rules.said', {
              ...{ hours: answerhours, days: keepdays },
              contact: contact === '' ? say(locale, 'mediation.rules.no-contact') : contact,
              country: say(locale, `mediation.country.${country}`),
            }),
          ),
        ],
      }),
    );
  },
});

function figuresLine(locale: Locale, { quarter, asked, met }: Figures): string {
  const [year = '', season = ''] = quarter.split('-');
  const when = say(locale, 'mediation.figures.quarter', { season, year });
  return asked === null
    ? say(locale, 'mediation.figures.few', { quarter: when })
    : say(locale, 'mediation.figures.line', { quarter: when, asked, met: met ?? 0 });
}

export const figures = command({
  id: 'mediation.figures',
  params: {},
  allows: maySeeFigures,
  async run({ services, community, locale }) {
    const all = await services.mediation.figures(community.id);
    const lines = all.map((one) => text(figuresLine(locale, one)));
    return ok(
      quietView({
        title: [say(locale, 'mediation.figures.title')],
        blocks: [
          ...(lines.length === 0 ? [text(say(locale, 'mediation.figures.empty'))] : lines),
          note(say(locale, 'mediation.figures.note')),
        ],
      }),
    );
  },
});
