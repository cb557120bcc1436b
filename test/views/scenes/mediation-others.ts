import type { Scene, Stage } from '../stage.js';
import { accompanied, PEOPLE } from './mediation.js';

const wordsOf = ({ in: words }: Stage) => ({
  invitation: words(
    'Bonjour Dao. J’aimerais que nous parlions des clés de l’atelier, avec l’aide de Karim.',
    'Hello Dao. I would like us to talk about the keys of the workshop, with Karim’s help.',
  ),
  terms: words(
    'Les clés restent au crochet.\n\n- Qui les prend le **dit** dans le salon.\n- Qui les garde la nuit l’écrit au tableau.',
    'The keys stay on the hook.\n\n- Whoever takes them **says** so in the room.\n- Whoever keeps them overnight writes it on the board.',
  ),
});

/** Nadia invites, Karim approves. */
async function invite(s: Stage, who: string): Promise<void> {
  await s.do('Nadia', 'mediation.invite', { member: who, ...pick(wordsOf(s)) });
  await s.fill('Nadia', {});
  await s.do('Karim', 'mediation.guests');
  await s.press('Karim', 'mediation.approve', who);
}

const pick = ({ invitation }: ReturnType<typeof wordsOf>) => ({ invitation });

/** Nadia, Karim who accompanies, and Dao talk together. */
export async function gathered(s: Stage): Promise<void> {
  await accompanied(s);
  await invite(s, 'Dao');
  await s.press('Dao', 'mediation.open');
  await s.press('Dao', 'mediation.join');
  await s.do('Nadia', 'mediation.guests');
  await s.press('Nadia', 'mediation.gather');
  await s.fill('Nadia', {});
}

const inviting: Scene = {
  name: 'inviting the other person',
  people: [...PEOPLE, 'Ada'],
  async play(s) {
    const { do: act, fill, press, in: words } = s;
    const { invitation } = wordsOf(s);
    await accompanied(s);
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.guests');
    await act('Karim', 'mediation.guests');
    await act('Nadia', 'mediation.guests');
    await press('Nadia', 'mediation.invite');
    await fill('Nadia', { member: 'Dao' });
    await act('Dao', 'mediation.mine');
    await act('Karim', 'mediation.guests');
    await press('Karim', 'mediation.reword', 'Dao');
    await fill('Karim', { invitation });
    await act('Nadia', 'mediation.guests');
    await press('Nadia', 'mediation.approve', 'Dao');
    await press('Dao', 'mediation.open');
    await press('Dao', 'mediation.talk');
    await press('Dao', 'mediation.write');
    await fill('Dao', { text: words('Qui êtes-vous ?', 'Who are you?') });
    await act('Karim', 'mediation.guests');
    await press('Karim', 'mediation.talk', 'Dao');
    await press('Karim', 'mediation.write');
    await fill('Karim', { text: words('Je fais partie de…', 'I am part of…') });
    await act('Dao', 'mediation.talk');
    await act('Dao', 'mediation.mine');
    await press('Dao', 'mediation.prefer', 'Lou');
    await act('Karim', 'mediation.guests');
    await act('Nadia', 'mediation.guests');
    await press('Nadia', 'mediation.change', 'Lou');
    await fill('Nadia', {});
    await act('Karim', 'mediation.mine');
    await act('Dao', 'mediation.mine');
    await press('Lou', 'mediation.open');
    await press('Lou', 'mediation.accept');
    await press('Lou', 'mediation.guests');
    await press('Lou', 'mediation.approve', 'Dao');
    await act('Dao', 'mediation.mine');
    await press('Dao', 'mediation.join');
    await act('Nadia', 'mediation.guests');
    await act('Nadia', 'mediation.invite', { member: 'Ada', invitation });
    await fill('Nadia', {});
    await press('Nadia', 'mediation.withdraw', 'Ada');
    await fill('Nadia', {});
    await press('Nadia', 'mediation.gather');
    await act('Nadia', 'mediation.invite', { member: 'Nadia', invitation });
    await fill('Nadia', {});
  },
};

const answering: Scene = {
  name: 'those who decline, leave, or do not answer',
  people: [...PEOPLE, 'Ada', 'Zoé'],
  async play(s) {
    const { do: act, fill, press, at, in: words } = s;
    const { invitation } = wordsOf(s);
    await gathered(s);
    await invite(s, 'Ada');
    await invite(s, 'Zoé');
    await act('Ada', 'mediation.mine');
    await press('Ada', 'mediation.leave');
    await fill('Ada', {});
    await act('Ada', 'mediation.mine');
    await act('Nadia', 'mediation.invite', { member: 'Ada', invitation });
    await fill('Nadia', {});
    await act('Karim', 'mediation.guests');
    await act('Nadia', 'mediation.gather');
    await fill('Nadia', {});
    await at('2026-11-28T12:00:00Z');
    await act('Nadia', 'mediation.guests');
    await act('Dao', 'mediation.say', {
      text: words('Je préfère arrêter.', 'I would rather stop.'),
    });
    await act('Dao', 'mediation.leave');
    await fill('Dao', {});
    await act('Nadia', 'mediation.guests');
    await act('Nadia', 'mediation.together');
    await act('Nadia', 'mediation.close');
    await fill('Nadia', {});
    await act('Karim', 'mediation.mine');
  },
};

const agreeing: Scene = {
  name: 'a conversation of all, and an agreement',
  people: PEOPLE,
  async play(s) {
    const { do: act, fill, press, at, in: words } = s;
    const { terms } = wordsOf(s);
    await gathered(s);
    await act('Dao', 'mediation.mine');
    await press('Dao', 'mediation.together');
    await press('Dao', 'mediation.say');
    await fill('Dao', { text: words('Je les ramenais tard.', 'I brought them back late.') });
    const danger = words('Je ne veux plus mourir de peur.', 'I am done dying of fear.');
    await act('Nadia', 'mediation.say', { text: danger });
    await act('Nadia', 'mediation.together');
    await act('Nadia', 'mediation.say', { text: words('Merci de le dire.', 'Thank you.') });
    await act('Karim', 'mediation.mine');
    await act('Karim', 'mediation.together');
    await press('Karim', 'mediation.terms');
    await press('Karim', 'mediation.amend');
    await fill('Karim', { wording: terms });
    await act('Nadia', 'mediation.together');
    await press('Nadia', 'mediation.terms');
    await press('Nadia', 'mediation.amend');
    await fill('Nadia', {
      wording: words(
        `${terms}\n- On en reparle en janvier.`,
        `${terms}\n- We talk again in January.`,
      ),
      followup: words('12 janvier', 'January 12'),
    });
    await press('Nadia', 'mediation.confirm');
    await act('Dao', 'mediation.confirm', { version: '1' });
    await act('Dao', 'mediation.terms');
    await press('Dao', 'mediation.confirm');
    await press('Nadia', 'mediation.agreement');
    await act('Nadia', 'mediation.agreements');
    await act('Karim', 'mediation.agreements');
    await act('Nadia', 'mediation.mine');
    await press('Nadia', 'mediation.readings');
    await act('Nadia', 'mediation.close');
    await fill('Nadia', {});
    await act('Dao', 'mediation.mine');
    await at('2026-12-31T10:00:00Z');
    await act('Dao', 'mediation.mine');
    await at('2027-01-12T08:00:01Z');
    await press('Dao', 'mediation.agreement');
    await press('Dao', 'mediation.hold', words('En partie', 'In part'));
    await press('Dao', 'mediation.tell');
    await fill('Dao', {});
    await press('Nadia', 'mediation.agreement');
    await press('Nadia', 'mediation.hold', words('Il tient', 'It holds'));
    await press('Nadia', 'mediation.drop');
    await fill('Nadia', {});
    await act('Nadia', 'mediation.agreements');
  },
};

export const mediationOthersScenes: readonly Scene[] = [inviting, answering, agreeing];
