import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../commands/view/view.js';
import { shortenId } from '../../src/kernel/ids.js';
import { LOCALES, type Locale } from '../../src/kernel/locale.js';
import { type TestHouse, testHouse } from '../support/house.js';
import { tables } from '../support/tables.js';
import { textOf } from '../support/text.js';
import type { Network } from './network.js';
import { discord } from './networks/discord.js';
import { matrix } from './networks/matrix.js';
import { slack } from './networks/slack.js';
import { web } from './networks/web.js';
import type { Kept } from './stage.js';

const NETWORKS: Readonly<Record<string, Network>> = { discord, slack, matrix, web };

/** A house with an address that others reach: without one, no link is made. */
let t: TestHouse;
beforeAll(async () => {
  t = await testHouse(0, () => ({ url: 'https://ecc.exemple.org', local: false }));
}, 60_000);
afterAll(() => t.close());

interface Seen {
  /** By who asks, on their network. */
  readonly asking: readonly Kept[];
  /** By who came by the link, on their page. */
  readonly outside: readonly Kept[];
}

async function play(locale: Locale): Promise<Seen> {
  const room = t.room();
  room.speak(locale);
  const asking: Kept[] = [];
  const outside: Kept[] = [];
  const keep = (to: Kept[], of: string, scene: string, view: View): View => {
    to.push({ of, kind: view.form ? 'form' : 'answer', scene, view });
    return view;
  };
  await room.arrive('Bruno', 'Nadia', 'Dao');
  await room.do('Nadia', 'mediation.ask', {
    happening: locale === 'fr' ? 'Les clés disparaissent.' : 'The keys go missing.',
  });
  const community = await room.community();
  const own = (await tables(t.database)).mediations?.find((row) => row.community_id === community);
  const given = { case: shortenId(String(own?.id)) };
  const does = async (name: string, scene: string): Promise<View> => {
    const of = `mediation.${name}`;
    const first = keep(asking, of, scene, await room.do('Nadia', of, given));
    return first.form ? keep(asking, of, scene, await room.fill('Nadia', {})) : first;
  };
  const come = async (view: View) => {
    const [, ref = '', secret = ''] = /passage\/([\w-]+)\/([\w-]+)/.exec(textOf(view)) ?? [];
    const session = await t.house.passage.take(ref, secret);
    return async () => {
      const visit = await t.house.passage.visit(ref, session ?? '');
      if (!visit) throw new Error('nobody is there');
      return visit;
    };
  };
  let sent = 0;
  await does('open', 'a request with nobody free');
  await does('outside', 'a link is made');
  await does('open', 'the link waits');
  await does('unlink', 'the link is withdrawn');
  await does('outside', 'another link');
  const visit = await come(await does('relink', 'a new link'));
  await does('open', 'somebody opened it');
  const press = async (name: string, scene: string, args = {}): Promise<View> => {
    const command = `mediation.${name}`;
    const asked = { type: 'act', community: null, act: { command, args: { ...given, ...args } } };
    const view = await (await visit()).does(asked as never, `${++sent}`, locale);
    return keep(outside, command, scene, view);
  };
  const fills = async (view: View, values: Record<string, string>, scene: string) => {
    const form = { type: 'form', dialogue: view.form?.dialogue ?? '', values } as const;
    keep(outside, 'sent', scene, await (await visit()).does(form, `${++sent}`, locale));
  };
  const home = async (scene: string): Promise<View> =>
    keep(outside, 'home', scene, await (await visit()).home(locale));
  await fills(await home('first of all'), { called: 'Camille' }, 'a name is given');
  await does('open', 'they said what to be called');
  keep(outside, 'about', 'at the foot of each page', (await visit()).about(locale));
  await press('read', 'the request');
  await press('accept', 'they accept');
  await does('open', 'somebody from outside accompanies');
  await fills(await press('write', 'to write'), { text: 'Bonjour.' }, 'a message is sent');
  await press('talk', 'the messages');
  await does('readings', 'who read it');
  await press('guests', 'nobody is invited');
  await press('meeting', 'no date yet');
  await press('urgent', 'emergency numbers');
  await does('relink', 'they cannot come in any more');
  await does('open', 'the new link waits');
  return { asking, outside };
}

const played = new Map<Locale, Promise<Seen>>();
let before: Promise<unknown> = Promise.resolve();
function seenIn(locale: Locale): Promise<Seen> {
  const known = played.get(locale);
  if (known) return known;
  const playing = before.then(() => play(locale));
  before = playing.catch(() => undefined);
  played.set(locale, playing);
  return playing;
}

/** What differs at each run: secrets, and what the requester is called meanwhile. */
const steady = (text: string): string =>
  text
    .replaceAll(/passage\/[\w-]{44}\/[\w-]{43}/g, `passage/${'r'.repeat(44)}/${'s'.repeat(43)}`)
    .replaceAll(/\b(Bruyère|Tilleul|Fougère|Genêt|Mélisse|Chêne|Sauge|Thym)\b/g, 'Sureau')
    .replaceAll(/\b(Heather|Linden|Fern|Broom|Balm|Oak|Sage|Thyme)\b/g, 'Elder')
    .replaceAll(/[\u00A0\u202F]/g, ' ');

const LATER_MS = 300_000;

describe.each(LOCALES)('in %s', (locale) => {
  const shown = async (name: string, who: keyof Seen): Promise<string> => {
    const parts = (await seenIn(locale))[who].map((one) => {
      const drawn = NETWORKS[name]?.(one, locale) ?? { text: '', faults: ['no such network'] };
      expect(drawn.faults, `${one.kind} ${one.of}, ${one.scene}`).toEqual([]);
      return `━━━ ${one.of} · ${one.kind} · ${one.scene}\n\n${drawn.text}\n`;
    });
    return steady(parts.join('\n'));
  };

  test.each(Object.keys(NETWORKS))(
    'what who asks sees on %s',
    async (name) => {
      await expect(await shown(name, 'asking')).toMatchFileSnapshot(
        `shown/mediation-outside/${name}.${locale}.txt`,
      );
    },
    LATER_MS,
  );

  test(
    'what who came by the link sees',
    async () => {
      await expect(await shown('web', 'outside')).toMatchFileSnapshot(
        `shown/mediation-outside/passage.${locale}.txt`,
      );
    },
    LATER_MS,
  );
});
