import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver, Seen } from '../contract/driver.js';
import { slackDriver } from './driver.js';

let driver: Driver;
beforeAll(async () => {
  driver = await slackDriver();
});
afterAll(() => driver.close());

const card = async (): Promise<Seen> => {
  const found = (await driver.room()).find(({ text }) => text.includes('D-1'));
  if (!found) throw new Error('no card in the room');
  return found;
};

describe('a decision on Slack', () => {
  it('is proposed in a window, and its faults are shown there', async () => {
    await driver.command('Nadia', 'décision proposer "Ouvrir le samedi"');
    await driver.fill('Nadia', { Proposition: 'De 10 h à 16 h.', Échéance: 'un de ces jours' });
    const window = (await driver.privately('Nadia')).at(-1);
    expect(window?.fields).toContain('Échéance');
    expect(window?.text).toContain('un de ces jours');
    await driver.fill('Nadia', { Proposition: 'De 10 h à 16 h.', Échéance: 'dans 3 jours' });
    expect((await card()).text).toContain('De 10 h à 16 h.');
    expect((await driver.privately('Nadia')).every(({ fields }) => fields.length === 0)).toBe(true);
  });

  it('is voted by a button, seen by the voter alone, and the card is edited in place', async () => {
    await driver.press('Léo', await card(), 'Je consens');
    expect((await driver.privately('Léo')).map(({ text }) => text).join()).toContain('consentez');
    expect((await driver.room()).filter(({ text }) => text.includes('D-1'))).toHaveLength(1);
    expect((await card()).edits).toBeGreaterThan(0);
  });

  it('counts a vote that is delivered twice once, over a restart too', async () => {
    const before = (await card()).text;
    await driver.restart();
    await driver.redeliver();
    expect((await card()).text).toBe(before);
  });

  it('is still edited in place after a restart', async () => {
    const { id } = await card();
    await driver.press('Nadia', await card(), 'Je consens');
    expect((await card()).id).toBe(id);
    expect((await card()).text).toMatch(/2\b/);
  });

  it('is closed while Slack is away, and said once when it is back', async () => {
    const { id } = await card();
    await driver.outage(async () => {
      const { house } = driver;
      const [community] = await house.services.community.communitiesOf('slack', 'T0ATELIER:UNADIA');
      if (!community) throw new Error('no community');
      const act = { command: 'decision.close', args: { decision: '1', reason: 'Tout est dit.' } };
      const from = {
        ...({ platform: 'slack', locale: 'fr', place: null } as const),
        speaker: { userId: 'T0ATELIER:UNADIA', name: 'Nadia' },
      };
      const asked = await house.registry.dispatch({
        ...{ ...from, eventId: 'close-1' },
        request: { type: 'act', community, act },
      });
      if (!asked.form) throw new Error('nothing to confirm');
      await house.registry.dispatch({
        ...{ ...from, eventId: 'close-2' },
        request: { type: 'form', dialogue: asked.form.dialogue, values: {} },
      });
    });
    const cards = (await driver.room()).filter(({ text }) => text.includes('D-1'));
    expect(cards.filter((one) => one.id === id)).toHaveLength(1);
    const outcomes = (await driver.room()).filter(({ text }) => text.includes('Tout est dit.'));
    expect(outcomes.length).toBeGreaterThan(0);
    expect(new Set(outcomes.map(({ text }) => text)).size).toBe(outcomes.length);
  });

  it('does not hear itself', async () => {
    const before = (await driver.room()).length;
    await driver.echo();
    expect(await driver.room()).toHaveLength(before);
  });
});
