import type { Scene } from '../stage.js';

const PEOPLE = ['Nadia', 'Bruno', 'Chloé'];

/** Nothing answers there: what is read of pages is for other tests. */
const page = (name: string): string => `http://127.0.0.1:9/${name}`;

const NEXT_MORNING = '2026-11-22T07:00:00Z';

export const veilleScenes: readonly Scene[] = [
  {
    name: 'a page, from its first share to the archive',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      await act('Nadia', 'veille.list');
      await act('Nadia', 'veille.themes');
      await act('Bruno', 'veille.add');
      await act('Bruno', 'veille.add', { link: 'blorp' });
      await fill('Bruno', {
        link: page('semences'),
        theme: words('eau', 'water'),
        why: words('Pour *le* récupérateur', 'For *the* rain tank'),
      });
      await act('Chloé', 'veille.add', { link: page('semences') });
      const about = { resource: 'V-1' };
      await act('Chloé', 'veille.useful', about);
      await act('Nadia', 'veille.read', about);
      await act('Nadia', 'veille.not-for-us', about);
      await act('Nadia', 'veille.unmark', { ...about, mark: 'not_for_us' });
      await act('Chloé', 'veille.comment', about);
      await fill('Chloé', { text: words('À lire en entier.', 'Read all of it.') });
      await act('Nadia', 'veille.dig', { ...about, text: words('Qui en vend ?', 'Who sells it?') });
      await act('Nadia', 'veille.unremark', about);
      await act('Bruno', 'veille.tag', {
        ...about,
        tags: words('graines, jardin', 'seeds, garden'),
      });
      await act('Bruno', 'veille.untag', { ...about, tags: words('jardin', 'garden') });
      await act('Chloé', 'veille.reread', about);
      await act('Chloé', 'veille.promote', about);
      await act('Nadia', 'veille.promote', about);
      await act('Nadia', 'veille.demote', about);
      await act('Nadia', 'veille.show', about);
      await act('Chloé', 'veille.unshare', about);
      await act('Nadia', 'veille.retract', about);
      await fill('Nadia', { reason: words('Une publicité.', 'An advertisement.') });
      await act('Nadia', 'veille.restore', about);
      await act('Nadia', 'veille.list');
    },
  },
  {
    name: 'a reaction that brings links',
    people: PEOPLE,
    async play({ do: act, react, in: words }) {
      await act('Bruno', 'veille.sign');
      await act('Bruno', 'veille.sign', { sign: '🔖' });
      await act('Nadia', 'veille.sign', { sign: words('marque-page', 'bookmark') });
      await act('Nadia', 'veille.sign', { sign: '🔖' });
      await act('Bruno', 'veille.sign');
      await act('Nadia', 'veille.sign');
      const gather = (who: string, text: string | null) => react(who, 'veille.gather', text);
      await gather('Bruno', words(`À lire : ${page('eau')}.`, `Read this: ${page('eau')}.`));
      await gather('Bruno', page('eau'));
      await gather('Chloé', page('eau'));
      await gather('Chloé', ['b', 'c', 'd', 'e', 'f', 'g'].map(page).join(' '));
      await gather('Chloé', words('Bonjour', 'Hello'));
      await gather('Chloé', null);
      await act('Nadia', 'veille.retract', { resource: 'V-1', reason: words('Vieux.', 'Old.') });
      await gather('Chloé', `${page('eau')} ${page('b')}`);
      await act('Nadia', 'veille.unsign');
    },
  },
  {
    name: 'themes and who looks after them',
    people: PEOPLE,
    async play({ do: act, in: words }) {
      const theme = words('eau', 'water');
      for (const name of ['a', 'b', 'c']) {
        await act('Bruno', 'veille.add', { link: page(name), theme });
      }
      await act('Chloé', 'veille.add', { link: page('d') });
      await act('Chloé', 'veille.accept', { resource: 'V-4' });
      await act('Chloé', 'veille.classify', { resource: 'V-4' });
      await act('Chloé', 'veille.classify', { resource: 'V-4', theme: words('feu', 'fire') });
      await act('Nadia', 'veille.curator', { theme, member: 'Chloé' });
      await act('Nadia', 'veille.themes');
      await act('Nadia', 'veille.merge', { resource: 'V-2', into: 'V-1' });
      await act('Chloé', 'veille.split', { resource: 'V-2' });
      await act('Nadia', 'veille.uncurator', { theme, member: 'Chloé' });
      await act('Nadia', 'veille.rename', { theme, name: words('Rivière', 'River') });
    },
  },
  {
    name: 'what is looked for',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      const theme = words('eau', 'water');
      const why = words('Pour nos semences', 'For our seeds');
      await act('Bruno', 'veille.add', { link: page('s1'), theme, why });
      await act('Nadia', 'veille.add', { link: page('s2'), why });
      await act('Chloé', 'veille.search');
      await fill('Chloé', { line: words('semence depuis:mars', 'seed since:march') });
      await act('Chloé', 'veille.search', { line: words('semence', 'seed'), page: '2' });
      await act('Chloé', 'veille.search', {
        line: words(
          'semence -brevet #jardin par:Nadia site:exemple.org avant:2030',
          'seed -patent #garden by:Nadia site:example.org before:2030',
        ),
      });
      await act('Chloé', 'veille.search', {
        line: words('semence couleur:bleu', 'seed colour:blue'),
        theme: words('eaux', 'waters'),
      });
      await act('Chloé', 'veille.search', { line: words('tracteur', 'tractor') });
      await act('Chloé', 'veille.search', { line: words('couleur:bleu', 'colour:blue') });
    },
  },
  {
    name: 'an edition, from its draft to its correction',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      await act('Chloé', 'veille.editions');
      await act('Nadia', 'veille.editions');
      const theme = words('eau', 'water');
      const why = words('Pour le puits', 'For the well');
      for (const one of ['a', 'b', 'c']) {
        await act('Bruno', 'veille.add', { link: page(one), theme, why });
      }
      await act('Chloé', 'veille.edition-begin');
      await act('Nadia', 'veille.edition-begin');
      await fill('Nadia', {
        name: words('Eaux libres', 'Free waters'),
        introduction: words('Trois pages *à lire*.', 'Three pages *to read*.'),
      });
      const about = { edition: 'N-1' };
      await act('Nadia', 'veille.edition-publish', about);
      await fill('Nadia', {});
      await act('Nadia', 'veille.edition-add');
      await fill('Nadia', { resources: 'V-3, V-1, V-2' });
      await act('Nadia', 'veille.edition-note', { ...about, resource: 'V-1' });
      await fill('Nadia', { note: words('Le **meilleur**.', 'The **best**.') });
      await act('Nadia', 'veille.edition-order', about);
      await fill('Nadia', { order: 'V-1' });
      await act('Nadia', 'veille.edition-remove', { ...about, resource: 'V-3' });
      await act('Nadia', 'veille.edition-publish', about);
      await fill('Nadia', {});
      await act('Nadia', 'veille.edition-rewrite', about);
      await fill('Nadia', { introduction: words('Deux pages.', 'Two pages.') });
      await act('Chloé', 'veille.edition', about);
      await act('Chloé', 'veille.editions');
      await act('Nadia', 'veille.edition-drop', about);
      await fill('Nadia', {});
      await act('Nadia', 'veille.edition-withdraw', about);
      await fill('Nadia', {});
      await act('Nadia', 'veille.edition-begin', { name: 'Bis', introduction: 'Bis.' });
      await act('Nadia', 'veille.edition-drop', { edition: 'N-2' });
      await fill('Nadia', {});
    },
  },
  {
    name: 'sites that are followed',
    people: PEOPLE,
    async play({ do: act, in: words }) {
      await act('Bruno', 'veille.follows');
      await act('Bruno', 'veille.follow', {
        ...{ link: page('flux'), theme: words('eau', 'water'), words: words('semence', 'seed') },
      });
      await act('Bruno', 'veille.adjust', { follow: 'F-1', words: words('tout', 'all') });
      await act('Chloé', 'veille.stop', { follow: 'F-1' });
      await act('Bruno', 'veille.stop', { follow: 'F-1' });
      await act('Bruno', 'veille.resume', { follow: 'F-1' });
      await act('Bruno', 'veille.import');
      await act('Bruno', 'veille.import', {
        list: `<opml version="2.0"><body><outline text="Le journal" xmlUrl="${page('b')}"/></body></opml>`,
      });
      await act('Bruno', 'veille.follows');
      await act('Bruno', 'veille.export');
    },
  },
  {
    name: 'a digest, in the morning',
    people: PEOPLE,
    async play({ do: act, fill, in: words, at }) {
      await act('Chloé', 'veille.digest');
      await fill('Chloé', { frequency: 'daily', hour: '8' });
      await act('Chloé', 'veille.digest', { frequency: 'weekly', whom: 'room' });
      await act('Nadia', 'veille.digest', { frequency: 'daily', whom: 'room' });
      await act('Bruno', 'veille.add', {
        ...{ link: page('puits'), theme: words('eau', 'water') },
        why: words('Pour le puits', 'For the well'),
      });
      await act('Nadia', 'veille.add', { link: page('four') });
      await at(NEXT_MORNING);
      await act('Chloé', 'veille.later', { resource: 'V-1', digest: '1' });
      await act('Chloé', 'veille.undigest', { digest: '1' });
      await act('Nadia', 'veille.undigest', { digest: '2' });
    },
  },
  {
    name: 'read elsewhere',
    people: PEOPLE,
    async play({ do: act, fill, in: words }) {
      const theme = words('Eau', 'Water');
      await act('Bruno', 'veille.outlets');
      await act('Bruno', 'veille.add', { link: page('semences'), theme });
      await act('Bruno', 'veille.address', { theme });
      await act('Bruno', 'veille.publish', { theme });
      await fill('Bruno', {});
      await act('Nadia', 'veille.publish', { theme });
      await fill('Nadia', {});
      await act('Bruno', 'veille.address-editions');
      await act('Nadia', 'veille.publish-editions');
      await fill('Nadia', {});
      await act('Bruno', 'veille.outlets');
      await act('Bruno', 'veille.renew-outlet', { number: '1' });
      await act('Nadia', 'veille.giving');
      await fill('Nadia', { public: 'words', private: 'names' });
      await act('Nadia', 'veille.close-outlet', { number: '2' });
    },
  },
  {
    name: 'beside a decision and a meeting',
    people: PEOPLE,
    async play({ do: act, in: words }) {
      const name = words('Ouvrir le puits', 'Open the well');
      await act('Bruno', 'decision.propose', {
        ...{ name, body: words('À deux.', 'Two of us.'), kind: 'consent' },
        closes: words('mercredi 18h', 'Wednesday 6pm'),
      });
      await act('Bruno', 'agenda.add', { name, when: words('jeudi 20h', 'Thursday 8pm') });
      await act('Bruno', 'veille.add', { link: page('puits') });
      await act('Bruno', 'veille.attach', { resource: 'V-1' });
      await act('Bruno', 'veille.attach', { resource: 'V-1', target: 'D-1' });
      await act('Bruno', 'veille.attach', { resource: 'V-1', target: 'A-1' });
      await act('Chloé', 'decision.show', { decision: '1' });
      await act('Chloé', 'agenda.show', { event: '1' });
      await act('Chloé', 'veille.detach', { resource: 'V-1', target: 'A-1' });
      await act('Bruno', 'veille.detach', { resource: 'V-1', target: 'A-1' });
    },
  },
];
