import type { Scene, Stage } from '../stage.js';

/** Bruno facilitates, Karim and Lou accompany. */
export const PEOPLE = ['Bruno', 'Nadia', 'Dao', 'Karim', 'Lou'];

const storyOf = ({ in: words }: Stage): Record<string, string> => ({
  happening: words(
    'Depuis trois semaines, les clés de l’atelier disparaissent sans un mot.\n\nJe n’ose plus y aller **seule**.',
    'For three weeks, the keys of the workshop have been disappearing without a word.\n\nI no longer dare to go there **alone**.',
  ),
  withwhom: 'Dao',
  hope: words('Nous parler calmement.', 'That we talk calmly.'),
  reach: words('le soir, après 19 h', 'in the evening, after 7'),
});

async function pool({ do: act }: Stage): Promise<void> {
  await act('Bruno', 'mediation.name', { member: 'Karim' });
  await act('Bruno', 'mediation.name', { member: 'Lou' });
}

/** Nadia asked, Karim accompanies. */
export async function accompanied(s: Stage): Promise<void> {
  await pool(s);
  await s.do('Nadia', 'mediation.ask', storyOf(s));
  await s.press('Nadia', 'mediation.send', 'Karim');
  await s.press('Karim', 'mediation.open');
  await s.press('Karim', 'mediation.accept');
}

const asking: Scene = {
  name: 'a request, from its first words to its end',
  people: PEOPLE,
  async play(s) {
    const { do: act, fill, press, in: words } = s;
    await act('Nadia', 'mediation.start');
    await act('Nadia', 'mediation.mine');
    await act('Nadia', 'mediation.mediators');
    await pool(s);
    await press('Nadia', 'mediation.ask');
    await fill('Nadia', storyOf(s));
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.edit');
    await fill('Nadia', { hope: '', aside: 'Lou', otherwise: 'only', urgency: 'soon' });
    await press('Nadia', 'mediation.edit');
    await fill('Nadia', { ...storyOf(s), aside: '', otherwise: 'onward', urgency: 'now' });
    await press('Nadia', 'mediation.send', words('Laisser ECC', 'Let ECC'));
    await act('Nadia', 'mediation.mine');
    await press('Karim', 'mediation.open');
    await press('Karim', 'mediation.read');
    await press('Karim', 'mediation.decline');
    await press('Karim', 'mediation.open');
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.readings');
    await press('Lou', 'mediation.open');
    await press('Lou', 'mediation.accept');
    await act('Lou', 'mediation.talk');
    await press('Lou', 'mediation.write');
    await fill('Lou', { text: words('Bonjour. Je vous *écoute*.', 'Hello. I am *listening*.') });
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.talk');
    await press('Nadia', 'mediation.write');
    await fill('Nadia', { text: words('Merci. Voici…', 'Thank you. Well…') });
    await press('Nadia', 'mediation.talk');
    await act('Lou', 'mediation.mine');
    await press('Lou', 'mediation.read');
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.reveal');
    await fill('Nadia', {});
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.readings');
    await act('Lou', 'mediation.mine');
    await press('Lou', 'mediation.recuse');
    await fill('Lou', {});
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.close');
    await fill('Nadia', {});
    await press('Nadia', 'mediation.erase');
    await fill('Nadia', {});
    await act('Nadia', 'mediation.mine');
  },
};

const unanswered: Scene = {
  name: 'a request that nobody answers',
  people: PEOPLE,
  async play(s) {
    const { do: act, fill, press, at, in: words } = s;
    await act('Bruno', 'mediation.rules');
    const outside = words(
      'Médiation de quartier, 01 23 45 67 89',
      'Local mediation, 020 7946 0000',
    );
    await fill('Bruno', { outside, answerhours: '24' });
    await act('Nadia', 'mediation.ask', { happening: words('Une dispute.', 'A quarrel.') });
    await pool(s);
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.send', 'Karim');
    await at('2026-11-22T11:00:01Z');
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.readings');
    await at('2026-11-23T12:00:01Z');
    await act('Nadia', 'mediation.mine');
    await act('Nadia', 'mediation.ask', { happening: words('Encore.', 'Again.') });
    await act('Nadia', 'mediation.mine');
    await act('Nadia', 'mediation.close');
  },
};

const danger: Scene = {
  name: 'somebody in danger',
  people: PEOPLE,
  async play(s) {
    const { do: act, fill, press, in: words } = s;
    await pool(s);
    const happening = words('Il m’a menacée avec un couteau.', 'He threatened me with a knife.');
    await act('Nadia', 'mediation.ask', { happening });
    await press('Nadia', 'mediation.send', 'Karim');
    await press('Karim', 'mediation.open');
    await press('Karim', 'mediation.accept');
    const again = words('Il menace de revenir.', 'He threatens to come back.');
    await act('Nadia', 'mediation.write', { text: again });
    await act('Dao', 'mediation.urgent');
    for (const country of ['BE', 'CA', 'GB']) {
      await act('Bruno', 'mediation.rules', { country });
      await fill('Bruno', {});
      await act('Dao', 'mediation.urgent');
    }
  },
};

const mediators: Scene = {
  name: 'those who accompany, and what the community promises',
  people: [...PEOPLE, 'Ada', 'Zoé'],
  async play(s) {
    const { do: act, fill, press, at, in: words } = s;
    await act('Bruno', 'mediation.name');
    await fill('Bruno', { member: 'Karim' });
    await act('Bruno', 'mediation.name', { member: 'Karim' });
    await act('Bruno', 'mediation.name', { member: 'Lou' });
    await act('Karim', 'mediation.mediators');
    await press('Karim', 'mediation.present');
    await fill('Karim', {
      ...{ spoken: words('français, anglais', 'French, English'), load: '5' },
      aboutme: words(
        'Dix ans d’écoute dans une association. Je prends le temps.',
        'Ten years of listening in an association. I take the time.',
      ),
    });
    await act('Lou', 'mediation.present');
    await fill('Lou', { spoken: words('japonais', 'Japanese') });
    await fill('Lou', { spoken: words('anglais', 'English'), available: 'no' });
    await act('Nadia', 'mediation.mediators');
    await act('Nadia', 'mediation.name', { member: 'Dao' });
    await act('Nadia', 'mediation.figures');
    await act('Bruno', 'mediation.figures');
    for (const who of ['Nadia', 'Dao', 'Ada', 'Zoé', 'Lou']) {
      await act(who, 'mediation.ask', { happening: words('Un désaccord.', 'A disagreement.') });
      await press(who, 'mediation.send', 'Karim');
    }
    await act('Nadia', 'mediation.mine');
    await act('Karim', 'mediation.mine');
    await press('Karim', 'mediation.open');
    await press('Karim', 'mediation.accept');
    await act('Karim', 'mediation.close');
    await at('2027-01-02T10:00:00Z');
    await act('Bruno', 'mediation.figures');
    await act('Zoé', 'mediation.ask', { happening: words('Un autre.', 'Another one.') });
    await press('Zoé', 'mediation.send', 'Karim');
    await at('2027-04-02T10:00:00Z');
    await act('Bruno', 'mediation.figures');
    await act('Bruno', 'mediation.unname');
    await fill('Bruno', { member: 'Lou' });
    await act('Bruno', 'mediation.unname', { member: 'Lou' });
  },
};

export const mediationScenes: readonly Scene[] = [asking, unanswered, danger, mediators];
