import { isoDay } from '../../src/kernel/dates/past.js';
import { cleanLine, cleanText, fold, lengthOf } from '../../src/kernel/text.js';
import { LIMITS, type WealthContext } from '../../src/wealth/types.js';
import { eventRef } from '../agenda/params.js';
import type { Context } from '../registry/context.js';
import type { SaidMessage } from '../registry/said-message.js';
import { clipped } from '../view/shorten.js';

type Given = Readonly<Record<string, string>>;

/** How many of one's last declarations say what is usual. */
const USUAL = 20;

/** What one most often declares, and where; what is not certain is asked. */
export async function usual(context: Context, given: Given): Promise<Given> {
  const { services, community, member } = context;
  const page = { member: member.id, limit: USUAL };
  const own = await services.wealth.contributions(community.id, page, member.id);
  const contexts = await services.wealth.contexts(community.id);
  const last = own.find(({ content }) => content !== null);
  const here =
    contexts.find(({ id }) => id === last?.contribution.context) ??
    (contexts.length === 1 ? contexts[0] : undefined);
  const counts = new Map<string, number>();
  for (const { content } of own) {
    if (content) counts.set(content.nature, (counts.get(content.nature) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return {
    ...(here && { context: here.name }),
    ...(most && { nature: most[0] }),
    ...(await fromMeeting(context, contexts, given.event)),
  };
}

/** What a meeting that is over says: what it was, when, and in which context if one bears its name. */
async function fromMeeting(
  context: Context,
  contexts: readonly WealthContext[],
  event: string | undefined,
): Promise<Given> {
  const ref = event === undefined ? null : await eventRef().parse(event, context);
  if (!ref?.ok) return {};
  const { services, community, now } = context;
  const { number, recurrence } = ref.value;
  const meeting = await services.agenda.meeting(community.id, { number }, { recurrence, now });
  if (!meeting) return {};
  const { title, start } = meeting.occurrence;
  const named = contexts.find(({ name }) => ` ${fold(title)} `.includes(` ${fold(name)} `));
  return {
    ...{ what: clipped(title, LIMITS.what), day: isoDay(start, community.zone) },
    ...(named && { context: named.name }),
  };
}

/** A message is what was done, its day and the trace of it; a long one is kept whole as the note. */
export function fromMessage({ text, link, at }: SaidMessage, { community }: Context): Given {
  const words = cleanText(text);
  const line = cleanLine(words);
  const whole = lengthOf(line) <= LIMITS.what;
  return {
    ...(line !== '' && { what: clipped(line, LIMITS.what) }),
    ...(!whole && { note: clipped(words, LIMITS.note) }),
    ...(link !== null && lengthOf(link) <= LIMITS.link && { link }),
    day: isoDay(at, community.zone),
  };
}
