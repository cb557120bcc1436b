import type { Scene, Stage } from '../stage.js';

const PEOPLE = ['Nadia', 'Bruno', 'Chloé', 'Dao'];
const CLOSED = '2026-11-25T17:00:01Z';

const proposal = ({ in: words }: Stage): Record<string, string> => ({
  name: words('Ouvrir l’atelier le samedi', 'Open the workshop on Saturdays'),
  body: words(
    'Dès janvier, à **deux** bénévoles :\n\n- de 10 h à 16 h\n- avec le planning',
    'From January, with **two** volunteers:\n\n- from 10 to 4\n- with the rota',
  ),
  kind: 'consent',
  closes: words('mercredi 18h', 'wednesday 6pm'),
});

const consent: Scene = {
  name: 'a consent, from its proposal to its review',
  people: PEOPLE,
  async play(s) {
    const decision = '1';
    await s.do('Bruno', 'decision.list');
    await s.do('Nadia', 'decision.propose');
    await s.fill('Nadia', { closes: s.in('un de ces jours', 'one of these days') });
    await s.fill('Nadia', proposal(s));
    await s.do('Bruno', 'decision.vote', { decision, vote: 'consent' });
    await s.do('Dao', 'decision.question', { decision });
    await s.fill('Dao', { text: s.in('Qui a les clés ?', 'Who has the keys?') });
    await s.do('Nadia', 'decision.answer', { decision, question: '1' });
    await s.fill('Nadia', { text: s.in('Bruno et moi.', 'Bruno and I.') });
    await s.do('Dao', 'decision.react', { decision });
    await s.fill('Dao', { text: s.in('Cela me va.', 'Fine with me.') });
    await s.do('Chloé', 'decision.object', { decision });
    await s.fill('Chloé', { reason: s.in('À deux, personne n’ose.', 'With two, nobody dares.') });
    await s.do('Bruno', 'decision.rule', { decision });
    await s.do('Bruno', 'decision.show', { decision });
    await s.do('Bruno', 'decision.list');
    await s.do('Nadia', 'ecc.me');
    await s.do('Nadia', 'decision.steer', { decision });
    await s.do('Nadia', 'decision.amend', { decision });
    await s.fill('Nadia', { body: s.in('À **trois** bénévoles.', 'With **three** volunteers.') });
    await s.do('Bruno', 'decision.confirm', { decision });
    await s.do('Chloé', 'decision.vote', { decision, vote: 'consent' });
    await s.do('Chloé', 'decision.unvote', { decision });
    await s.do('Nadia', 'decision.extend', { decision });
    await s.fill('Nadia', { closes: s.in('mercredi 18h30', 'wednesday 6:30pm') });
    await s.at('2026-11-24T18:00:00Z');
    await s.at('2026-11-25T17:30:01Z');
    await s.do('Dao', 'decision.vote', { decision, vote: 'consent' });
    await s.do('Nadia', 'decision.conclude', { decision });
    await s.fill('Nadia', {
      sentence: s.in('Chloé tient le planning.', 'Chloé keeps the rota.'),
      review: s.in('le 15 février', '15 February'),
    });
    await s.do('Bruno', 'decision.show', { decision });
    await s.do('Bruno', 'decision.list', { which: 'ended' });
    await s.do('Bruno', 'decision.export', { decision });
    await s.do('Bruno', 'decision.export', { decision, format: 'csv' });
    await s.at('2027-02-15T09:00:01Z');
  },
};

const rounds: Scene = {
  name: 'a consent over two rounds',
  people: PEOPLE,
  async play(s) {
    const decision = '1';
    await s.do('Nadia', 'decision.propose', proposal(s));
    const reason = s.in('Trop tôt.', 'Too soon.');
    await s.do('Chloé', 'decision.object', { decision, reason });
    await s.at(CLOSED);
    await s.do('Nadia', 'decision.round', { decision });
    await s.fill('Nadia', {
      body: s.in('À partir de mars.', 'From March.'),
      closes: s.in('lundi 18h', 'monday 6pm'),
    });
    await s.do('Chloé', 'decision.object', { decision, reason });
    await s.do('Nadia', 'decision.close', { decision });
    await s.fill('Nadia', { reason: s.in('On en reparle.', 'We shall talk again.') });
    await s.do('Nadia', 'decision.give-up', { decision });
    await s.fill('Nadia', { reason: s.in('Pas mûr.', 'Not ripe.') });
  },
};

const agreement: Scene = {
  name: 'an agreement, blocked, withdrawn and reopened',
  people: PEOPLE,
  async play(s) {
    const decision = '1';
    await s.do('Nadia', 'decision.propose', {
      ...{ ...proposal(s), kind: 'agreement', threshold: '2/3', quorum: '3' },
    });
    await s.do('Bruno', 'decision.vote', { decision, vote: 'agree' });
    await s.do('Bruno', 'decision.explain', { decision, reason: s.in('Enfin !', 'At last!') });
    await s.do('Dao', 'decision.vote', { decision, vote: 'abstain' });
    await s.do('Chloé', 'decision.block', { decision });
    await s.fill('Chloé', { reason: s.in('C’est dangereux.', 'It is dangerous.') });
    await s.do('Nadia', 'decision.withdraw', { decision });
    await s.fill('Nadia', { reason: s.in('À retravailler.', 'To be reworked.') });
    await s.do('Nadia', 'decision.reopen', {
      decision,
      closes: s.in('mercredi 18h', 'wednesday 6pm'),
    });
    await s.do('Chloé', 'decision.vote', { decision, vote: 'disagree' });
    await s.do('Nadia', 'decision.vote', { decision, vote: 'agree' });
    await s.at(CLOSED);
    await s.do('Bruno', 'decision.show', { decision });
  },
};

const choice = (secret: boolean): Scene => ({
  name: secret ? 'a secret choice' : 'a choice',
  people: PEOPLE,
  async play(s) {
    const decision = '1';
    const options = s.in('Lundi\nMardi\nMercredi', 'Monday\nTuesday\nWednesday');
    const more = { options, max: '2', ...(secret && { secret: 'yes' }) };
    await s.do('Nadia', 'decision.propose', { ...proposal(s), kind: 'choice', ...more });
    await s.do('Bruno', 'decision.vote', { decision });
    await s.do('Bruno', 'decision.vote', { decision, vote: '1, 2' });
    await s.do('Chloé', 'decision.vote', { decision, vote: '2' });
    await s.do('Bruno', 'decision.rule', { decision });
    await s.at(CLOSED);
    await s.do('Bruno', 'decision.show', { decision });
  },
});

const joined: Scene = {
  name: 'two accounts that both voted are linked',
  people: PEOPLE,
  async play(s) {
    await s.do('Nadia', 'decision.propose', proposal(s));
    for (const who of ['Bruno', 'Dao']) {
      await s.do(who, 'decision.vote', { decision: '1', vote: 'consent' });
    }
    const { blocks } = await s.do('Bruno', 'ecc.link-accounts');
    const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{6}/.exec(JSON.stringify(blocks)) ?? [];
    await s.do('Dao', 'ecc.link-accounts', { code });
  },
};

export const decisionScenes: readonly Scene[] = [
  consent,
  rounds,
  agreement,
  choice(false),
  choice(true),
  joined,
];
