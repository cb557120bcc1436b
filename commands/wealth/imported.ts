import type { Message, Touch, Utterance } from '../../src/journal/outbox/types.js';
import type { Entry } from '../../src/journal/types.js';
import type { MemberId } from '../../src/kernel/ids.js';
import type { Contribution, ImportId } from '../../src/wealth/types.js';
import type { Announcements, Announcer, Drawer } from '../registry/announcement.js';
import type { Services } from '../registry/context.js';
import { act, button, text, view } from '../view/build.js';
import { rich, say } from '../words/index.js';
import { around, nameOf } from './drawing.js';
import { contextTyped } from './params.js';
import { LANDMARK } from './views/card.js';
import { listOf } from './views/context.js';
import { told } from './views/import.js';

const importOf = ({ subject }: Pick<Entry, 'subject'>): ImportId => subject as ImportId;

/** One card for the room, whatever the number of lines. */
const card = ({ subject, data }: Entry): Message => ({
  ...{ to: { rooms: 'wealth' }, key: `wealth-import:${subject}`, subject },
  ...{ card: 'wealth.imported', params: { ...data } },
});

const touch = ({ subject }: Entry): Touch => ({ touch: subject, member: null, rooms: true });

const word = (
  { subject }: Entry,
  name: 'import-waiting' | 'import-look',
  to: MemberId,
  entry: string,
): Message => ({
  ...{ to: { member: to }, subject, params: {}, card: `wealth.${name}` },
  key: `wealth-import:${subject}:${name}:${to}:${entry}`,
});

/** Each of those whose turn it is to look at some of it, once. */
const lookers = (entry: Entry, contributions: readonly Contribution[]): Utterance[] => {
  const declared = contributions.filter(({ state }) => state === 'declared');
  const asked = new Set(declared.flatMap((one) => one.asked));
  return [...asked].map((id) => word(entry, 'import-look', id, entry.id));
};

const imported: Announcer = async (entry, services) => {
  const found = await services.wealth.imported(entry.community, importOf(entry));
  if (!found || found.contributions.length === 0) return [];
  const waiting = found.contributions.filter(({ state }) => state === 'proposed');
  const owners = new Set(waiting.map(({ member }) => member));
  return [
    card(entry),
    ...[...owners].map((id) => word(entry, 'import-waiting', id, entry.id)),
    ...lookers(entry, found.contributions),
  ];
};

const confirmed: Announcer = async (entry, services) => {
  const found = await services.wealth.imported(entry.community, importOf(entry));
  const own = found?.contributions.filter(({ member }) => member === entry.member) ?? [];
  return [touch(entry), ...lookers(entry, own)];
};

/** What each drawer needs: the file, its context, who is who. */
async function gathered(
  { community, subject, reader, now }: Parameters<Drawer>[0],
  services: Services,
) {
  const found = await services.wealth.imported(community, subject as ImportId);
  const context = found && (await services.wealth.context(community, { id: found.file.context }));
  if (!found || !context) return null;
  return { ...found, context, draw: await around(services, { community, reader, now }) };
}

const drawCard: Drawer = async (showing, services) => {
  const found = await gathered(showing, services);
  if (!found) return null;
  const { file, context, draw } = found;
  const { count, proposed } = showing.params;
  return (locale) => {
    const author = nameOf(draw(locale), file.member);
    const fill = { author, count: Number(count), proposed: Number(proposed) };
    return view({
      title: [say(locale, 'sheet.card.title', { name: context.name })],
      landmark: LANDMARK,
      audience: 'room',
      blocks: [text(say(locale, file.undoneAt ? 'sheet.card.undone' : 'sheet.card', fill))],
      actions: [button(context.name, act('wealth.context', { context: contextTyped(context) }))],
    });
  };
};

const MOST_SHOWN = 8;

/** To whoever it was written for: what it says, and one gesture for all of it. */
const drawWaiting: Drawer = async (showing, services) => {
  const found = await gathered(showing, services);
  if (!found) return null;
  const { file, context, contributions, draw } = found;
  const { community, reader, shown } = showing;
  const own = contributions.filter(
    ({ member, state }) => member === reader && state === 'proposed',
  );
  if (own.length === 0 && !shown) return null;
  const first = own.sort((a, b) => a.number - b.number).slice(0, MOST_SHOWN);
  const entries = await services.wealth.entriesOf(community, first, reader);
  return (locale) => {
    const here = draw(locale);
    const fill = { name: context.name, author: nameOf(here, file.member), count: own.length };
    if (own.length === 0) {
      return view({ title: [say(locale, 'sheet.answered', fill)], audience: 'direct' });
    }
    const lines = entries.flatMap(({ contribution: { number, member }, content }) =>
      content
        ? [rich(locale, 'sheet.told', { number, ...told({ member, content }, context, here) })]
        : [],
    );
    const more = own.length - first.length;
    return view({
      title: [say(locale, 'sheet.waiting.title', fill)],
      landmark: LANDMARK,
      audience: 'direct',
      blocks: [
        text(say(locale, 'sheet.waiting', fill)),
        listOf(more > 0 ? [...lines, [say(locale, 'sheet.waiting.more', { count: more })]] : lines),
      ],
      actions: [
        button(
          say(locale, 'sheet.confirm'),
          act('wealth.import-confirm', { import: file.number }),
          'primary',
        ),
        button(say(locale, 'sheet.one-by-one'), act('wealth.list')),
      ],
    });
  };
};

const drawLook: Drawer = async (showing, services) => {
  const found = await gathered(showing, services);
  if (!found) return null;
  const { context, contributions } = found;
  const waits = contributions.filter(
    ({ state, asked }) => state === 'declared' && showing.reader && asked.includes(showing.reader),
  );
  if (waits.length === 0 && !showing.shown) return null;
  return (locale) => {
    const { name } = context;
    if (waits.length === 0) {
      return view({ title: [say(locale, 'sheet.answered', { name })], audience: 'direct' });
    }
    return view({
      title: [say(locale, 'sheet.look.title', { name })],
      landmark: LANDMARK,
      audience: 'direct',
      blocks: [text(say(locale, 'sheet.look', { count: waits.length }))],
      actions: [button(say(locale, 'sheet.look.see'), act('wealth.list'), 'primary')],
    });
  };
};

export const importAnnouncements: Announcements = {
  announcers: {
    'wealth.imported': imported,
    'wealth.import-confirmed': confirmed,
    'wealth.import-undone': async (entry) => [touch(entry)],
  },
  drawers: {
    'wealth.imported': drawCard,
    'wealth.import-waiting': drawWaiting,
    'wealth.import-look': drawLook,
  },
};
