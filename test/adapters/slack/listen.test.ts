import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, button, select } from '../../../commands/view/build.js';
import { actionsOf, labelOf, readBlocks } from '../../platforms/slack/reading.js';
import { field, text, view } from '../web/support/views.js';
import { type BareSlack, bareSlack } from './support/bare.js';
import { until } from './support/world.js';

const ROOM = 'C0ATELIER';
let t: BareSlack;
beforeAll(async () => {
  t = await bareSlack();
  t.slack.addChannel(ROOM, 'atelier');
  t.slack.addUser('UNADIA', 'Nadia', { admin: true });
  t.slack.addUser('UBOB', 'Bob', { locale: 'en-GB' });
  await t.adapter.start();
});
afterAll(() => t.close());
beforeEach(() => {
  t.heard.length = 0;
  t.state.messages.length = 0;
  t.state.windows.length = 0;
  t.state.calls.length = 0;
  t.answer(view({ audience: 'only-you', title: ['C’est noté'] }));
});

const privately = (user: string) => t.state.messages.filter(({ onlyFor }) => onlyFor === user);

describe('what people say', () => {
  it('is a line, with who, where and in which language', async () => {
    await t.people.slash('UNADIA', ROOM, '/decision', 'proposer "A & B" <ici>');
    await t.quiet();
    const [heard] = t.heard;
    expect(heard?.request).toEqual({ type: 'line', text: 'decision proposer "A & B" <ici>' });
    expect(heard?.speaker).toEqual({ userId: 'T0ATELIER:UNADIA', name: 'Nadia', steward: true });
    expect(heard?.place).toEqual({ roomId: `T0ATELIER:${ROOM}`, name: 'atelier' });
    expect(heard?.locale).toBe('fr');
    expect(privately('UNADIA').map(({ blocks }) => readBlocks(blocks))).toEqual(['C’est noté']);
  });

  it.each([
    ['/ecc', 'moi', 'ecc moi'],
    ['/ecc', '', 'ecc'],
    ['/ecc', 'décision proposer "Un titre"', 'décision proposer "Un titre"'],
    ['/ecc', 'langue anglais', 'ecc langue anglais'],
    ['/ecc', 'nimporte quoi', 'ecc nimporte quoi'],
    ['/decision', 'liste', 'decision liste'],
  ])('%s %s is the line %s', async (command, typed, line) => {
    await t.people.slash('UBOB', ROOM, command, typed);
    await t.quiet();
    expect(t.heard[0]?.request).toEqual({ type: 'line', text: line });
    expect(t.heard[0]?.speaker.steward).toBe(false);
    expect(t.heard[0]?.locale).toBe('en');
  });

  it('is heard by a mention, and answered to them alone', async () => {
    await t.people.mention('UNADIA', ROOM, 'décision liste');
    await t.quiet();
    expect(t.heard[0]?.request).toEqual({ type: 'line', text: 'décision liste' });
    expect(t.heard[0]?.place?.name).toBe('atelier');
    expect(privately('UNADIA')).toHaveLength(1);
  });

  it('is heard in a direct conversation, where there is no room', async () => {
    t.state.channels.set('DUNADIA', { id: 'DUNADIA', name: '', direct: 'UNADIA', invited: true });
    await t.people.direct('UNADIA', 'moi');
    await t.quiet();
    expect(t.heard[0]?.place).toBeNull();
    expect(t.state.messages.map(({ channel }) => channel)).toEqual(['DUNADIA']);
  });

  it('is not heard when ECC itself says it', async () => {
    await t.people.echo({
      ...{ ts: '1', channel: 'DUNADIA', thread: null, onlyFor: null, text: 'ecc' },
      ...{ blocks: [], metadata: null, edits: 0 },
    });
    await t.quiet();
    expect(t.heard).toEqual([]);
  });

  it('is answered once, however often it is delivered', async () => {
    await t.people.slash('UNADIA', ROOM, '/ecc', 'moi');
    await t.quiet();
    await t.slack.redeliver();
    await t.slack.redeliver();
    await t.quiet();
    expect(t.heard).toHaveLength(1);
    expect(privately('UNADIA')).toHaveLength(1);
  });

  it('is answered in a channel where ECC was not invited, with how to invite it', async () => {
    t.slack.addChannel('C0AUTRE', 'autre', false);
    await t.people.slash('UNADIA', 'C0AUTRE', '/ecc', 'moi');
    await t.quiet();
    expect(privately('UNADIA').map((message) => message.text)).toEqual([
      'C’est noté',
      expect.stringContaining('/invite @ECC'),
    ]);
  });

  it('survives a renewed connection', async () => {
    t.slack.refresh();
    await t.slack.reached();
    await t.people.slash('UNADIA', ROOM, '/ecc', 'moi');
    await t.quiet();
    expect(t.heard).toHaveLength(1);
  });
});

describe('buttons and menus', () => {
  const card = view({
    title: ['D-7'],
    audience: 'only-you',
    actions: [
      button('Je consens', act('decision.vote', { decision: 7, vote: 'consent' }), 'primary'),
      select({
        ...{ label: 'Votre choix', act: act('decision.vote', { decision: 7 }), param: 'vote' },
        ...{
          multiple: true,
          options: [
            { value: 'a', label: 'Lundi' },
            { value: 'b', label: 'Mardi' },
          ],
        },
      }),
    ],
  });

  it('carry their act and what was chosen; the answer takes the place of the last', async () => {
    t.answer(card);
    await t.people.slash('UNADIA', ROOM, '/ecc', 'moi');
    await t.quiet();
    const [message] = privately('UNADIA');
    if (!message) throw new Error('no card');
    expect(actionsOf(message.blocks).map(labelOf)).toEqual(['Je consens', 'Votre choix']);
    await t.people.press('UNADIA', message, 'Votre choix', ['Lundi', 'Mardi']);
    await t.people.press('UNADIA', message, 'Je consens');
    await t.quiet();
    const asked = t.heard.slice(1).map(({ request }) => request.type === 'act' && request.act.args);
    expect(asked).toEqual([
      { decision: '7', vote: 'a,b' },
      { decision: '7', vote: 'consent' },
    ]);
    expect(privately('UNADIA')).toHaveLength(1);
    expect(message.edits).toBe(2);
  });
});

describe('a form', () => {
  const asked = (fault = '') =>
    view({
      title: ['Nouvelle proposition'],
      audience: 'only-you',
      form: {
        dialogue: 'dialogue-1',
        submit: 'Publier dans le salon',
        fields: [
          field({ name: 'name', label: 'Titre', required: true }),
          field({ name: 'deadline', label: 'Échéance', required: true, fault }),
          field({ name: 'secret', label: 'Vote secret', input: 'flag', value: 'non' }),
        ],
      },
    });

  it('opens a window, keeps it with its faults, and closes when it is right', async () => {
    t.answer(asked());
    await t.people.slash('UNADIA', ROOM, '/decision', 'proposer');
    const window = await until(() => t.state.windows[0]);
    t.answer(({ request }) =>
      request.type === 'form' && request.values.deadline === 'un jour'
        ? asked('Quel jour ?')
        : view({ audience: 'only-you', title: ['Publié'] }),
    );
    await t.people.submit(window, {
      Titre: 'Le samedi',
      Échéance: 'un jour',
      'Vote secret': 'oui',
    });
    expect(window.errors).toEqual({ 'deadline~0': 'Quel jour ?' });
    await t.people.submit(window, { Échéance: 'demain' });
    await t.quiet();
    expect(t.heard.at(-1)?.request).toEqual({
      ...{ type: 'form', dialogue: 'dialogue-1' },
      values: { name: 'Le samedi', deadline: 'demain', secret: 'oui' },
    });
    expect(t.heard.at(-1)?.place?.roomId).toBe(`T0ATELIER:${ROOM}`);
    expect(t.state.windows).toEqual([]);
    expect(privately('UNADIA').map(({ blocks }) => readBlocks(blocks))).toEqual(['Publié']);
  });

  it('is offered by a button when the window can no longer open', async () => {
    t.answer(async () => {
      t.state.triggers.clear();
      return asked();
    });
    await t.people.slash('UNADIA', ROOM, '/decision', 'proposer "Le samedi"');
    await t.quiet();
    const [message] = privately('UNADIA');
    if (!message) throw new Error('nothing was said');
    expect(readBlocks(message.blocks)).toContain('Il manque quelques précisions.');
    t.answer(asked());
    await t.people.press('UNADIA', message, 'Ouvrir le formulaire');
    await t.quiet();
    expect(t.heard.at(-1)?.request).toEqual({
      type: 'line',
      text: 'decision proposer "Le samedi"',
    });
    expect(t.state.windows).toHaveLength(1);
  });

  it('says to wait when the answer is slow, then says it in the window', async () => {
    t.answer(asked());
    await t.people.slash('UBOB', ROOM, '/decision', 'propose');
    const window = await until(() => t.state.windows[0]);
    let go = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      go = resolve;
    });
    t.answer(async () => {
      await slow;
      return view({ audience: 'only-you', title: ['Published'] });
    });
    await t.people.submit(window, { Titre: 'Saturdays', Échéance: 'tomorrow' });
    expect(readBlocks(window.view.blocks)).toBe('ECC is working on it…');
    go();
    await t.quiet();
    expect(window.view.title.text).toBe('Published');
  });
});

describe('where answers go', () => {
  it('a private one goes to direct messages, and the channel learns nothing', async () => {
    t.answer(
      view({ audience: 'direct', title: ['Votre médiation'], blocks: [text('Un secret.')] }),
    );
    await t.people.slash('UNADIA', ROOM, '/ecc', 'moi');
    await t.quiet();
    const direct = t.state.messages.filter(({ channel }) => channel === 'DUNADIA');
    expect(direct.map(({ blocks }) => readBlocks(blocks))).toEqual(['Votre médiation\nUn secret.']);
    expect(direct.map((message) => message.text)).toEqual(['ECC vous a écrit.']);
    const channel = t.state.messages.filter((message) => message.channel === ROOM);
    expect(channel.map((message) => message.text)).toEqual([
      'La réponse est dans vos messages directs avec ECC.',
    ]);
  });

  it('a long one goes on below, whole', async () => {
    const blocks = Array.from({ length: 60 }, (_, at) => text(`Ligne ${at}`));
    t.answer(view({ audience: 'only-you', title: ['Long'], blocks }));
    await t.people.slash('UNADIA', ROOM, '/ecc', 'aide');
    await t.quiet();
    const pages = privately('UNADIA').map((message) => readBlocks(message.blocks));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('La suite est juste en dessous.');
    expect(pages[1]).toContain('Ligne 59');
  });

  it('one for the room is seen by everybody', async () => {
    t.answer(view({ audience: 'room', title: ['À tout le monde'] }));
    await t.people.slash('UNADIA', ROOM, '/ecc', 'aide');
    await t.quiet();
    expect(t.state.messages.map(({ onlyFor }) => onlyFor)).toEqual([null]);
  });
});

describe('the Home tab', () => {
  it('invites who belongs nowhere yet', async () => {
    await t.people.openHome('UNADIA');
    await t.quiet();
    expect(readBlocks(t.state.homes.get('UNADIA') ?? [])).toContain(
      'Vous n’êtes encore dans aucune',
    );
  });

  it('shows one’s place, and what is done there shows there', async () => {
    const community = '01932f6e-0000-7000-8000-000000000001' as never;
    t.communities.push(community);
    t.answer(({ request }) =>
      view({
        audience: 'only-you',
        title: [
          request.type === 'act' && request.act.command === 'ecc.me' ? 'Vous êtes Nadia' : 'Fait',
        ],
        actions: [button('Ne plus me rappeler', act('ecc.reminders', { wanted: 'no' }))],
      }),
    );
    await t.people.openHome('UNADIA');
    await t.quiet();
    expect(readBlocks(t.state.homes.get('UNADIA') ?? [])).toContain('Vous êtes Nadia');
    await t.people.pressAtHome('UNADIA', 'Ne plus me rappeler');
    await t.quiet();
    expect(t.state.windows.at(-1)?.view.title.text).toBe('Fait');
    expect(t.heard.at(-1)?.request).toMatchObject({ type: 'act', act: { command: 'ecc.me' } });
  });
});

it('nothing sent was refused, and nobody was notified by people’s text', () => {
  expect(t.state.notified).toEqual([]);
  expect(t.log.lines.filter(({ level }) => level !== 'debug')).toEqual([]);
});
