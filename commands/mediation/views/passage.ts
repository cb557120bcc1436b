import { formatMoment } from '../../../src/kernel/dates/format.js';
import type { Locale } from '../../../src/kernel/locale.js';
import { last } from '../../../src/mediation/rules/course.js';
import type { Seated } from '../../../src/mediation/service/outside.js';
import { act, button, text, view } from '../../view/build.js';
import type { Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { caseArg, secretView } from '../drawing.js';

interface Around {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Date;
}

/** What must be known before anything is read. */
const readersBlocks = ({ locale }: Around, { request }: Seated): Block[] => [
  text(say(locale, 'mediation.passage.reads')),
  text(say(locale, 'mediation.passage.noted')),
  text(say(locale, 'mediation.passage.kept', { days: request.pledge.keepDays })),
];

/** Who can read what, for how long one comes in, and what cannot be done from there. */
export function aboutView(around: Around, seated: Seated): View {
  const { locale, zone, now } = around;
  const { session } = seated.place;
  const until = session ? formatMoment(session.until, { zone, locale, now }) : '';
  return view({
    title: [say(locale, 'mediation.passage.about')],
    blocks: [
      ...readersBlocks(around, seated),
      text(say(locale, 'mediation.passage.return', { until })),
      text(...rich(locale, 'mediation.passage.without')),
    ],
  });
}

/** The first thing they read, before the request: what it is, then what to be called. */
export function welcomeView(around: Around, seated: Seated, named: View): View {
  const { locale } = around;
  const { request } = seated;
  const waits = request.state === 'asking' && last(request) !== null;
  const facts = { name: request.pseudonym };
  return secretView(request, {
    title: [say(locale, 'mediation.passage.welcome.title')],
    blocks: [
      text(...rich(locale, 'mediation.passage.welcome', facts)),
      text(say(locale, 'mediation.passage.free')),
      ...readersBlocks(around, seated),
    ],
    form: named.form,
    actions: waits
      ? [button(say(locale, 'mediation.act.decline'), act('mediation.decline', caseArg(request)))]
      : [],
  });
}
