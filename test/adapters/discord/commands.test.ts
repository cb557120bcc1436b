import { describe, expect, test } from 'vitest';
import { declare } from '../../../adapters/discord/commands.js';
import { inviteLink, permissionNumber } from '../../../adapters/discord/invite.js';
import { commands } from '../../../commands/commands.js';
import { surfaceOf } from '../../../commands/registry/surface.js';
import { commands as shape, weightOf } from '../../platforms/discord/shapes/commands.js';

const surface = surfaceOf(commands);
const declared = declare(surface);

describe('slash commands', () => {
  test('are offered on messages and people too, by names that fit in both languages', () => {
    const { menus } = declared;
    expect([...menus.onMessage]).toContainEqual(['Proposer une décision', 'decision.propose']);
    expect([...menus.onPerson]).toEqual([['Changer son rôle', 'ecc.role']]);
    expect(menus.leftOut).toEqual([]);
    expect(menus.commands.filter(({ type }) => type === 3)[0]).toMatchObject({
      name: 'Proposer une décision',
      name_localizations: { 'en-US': 'Propose a decision' },
    });
  });

  test('say which ones find no place in a menu', () => {
    const [propose] = surface;
    if (!propose) throw new Error('nothing is declared');
    const many = Array.from({ length: 7 }, (_, index) => ({
      ...propose,
      id: `many.n${index}`,
      onMessage: { fr: `Geste ${index}`, en: `Gesture ${index}` },
    }));
    const { menus } = declare(many);
    expect(menus.leftOut).toEqual(['Geste 5', 'Geste 6']);
    expect(menus.commands).toHaveLength(5);
  });

  test('are what Discord accepts, in both languages', () => {
    const read = shape.safeParse(declared.commands);
    expect(read.error?.issues ?? []).toEqual([]);
    for (const command of declared.commands.filter(({ type }) => type === 1)) {
      expect(weightOf(command as Parameters<typeof weightOf>[0])).toBeLessThan(8000);
    }
  });

  test('reach every command, and each of its parameters', () => {
    const reached = [...declared.meanings.values()];
    expect(new Set(reached.map(({ id }) => id))).toEqual(new Set(surface.map(({ id }) => id)));
    for (const { id, params } of reached) {
      const own = surface.find((one) => one.id === id)?.params.map(({ name }) => name);
      expect([...params.values()].map(({ name }) => name)).toEqual(own);
    }
  });

  test('are readable', () => {
    const english = (one: {
      name_localizations?: Partial<Record<string, string | null>> | null | undefined;
    }) => one.name_localizations?.['en-US'];
    const slash = declared.commands.filter(({ type }) => type === 1);
    const lines = slash.flatMap((command) => {
      const options = ('options' in command && command.options) || [];
      return options.every(({ type }) => type === 1) && options.length > 0
        ? options.map(
            (one) => `/${command.name} ${one.name} · /${english(command)} ${english(one)}`,
          )
        : [`/${command.name} · /${english(command)}`];
    });
    expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      /décision proposer · /decision propose
      /décision liste · /decision list
      /décision voir · /decision show
      /décision voter · /decision vote
      /décision objecter · /decision object
      /décision bloquer · /decision block
      /décision confirmer · /decision confirm
      /décision reprendre · /decision retract
      /décision question · /decision question
      /décision répondre · /decision answer
      /décision réagir · /decision react
      /décision règle · /decision rule
      /décision modifier · /decision amend
      /décision échéance · /decision deadline
      /décision tour · /decision round
      /décision clore · /decision close
      /décision retirer · /decision withdraw
      /décision rouvrir · /decision reopen
      /décision conclure · /decision conclude
      /décision exporter · /decision export
      /agenda liste · /agenda list
      /agenda ajouter · /agenda add
      /agenda voir · /agenda show
      /agenda répondre · /agenda answer
      /agenda reprendre · /agenda unanswer
      /agenda modifier · /agenda edit
      /agenda déplacer · /agenda move
      /agenda annuler · /agenda cancel
      /agenda trouver · /agenda find
      /agenda dates · /agenda dates
      /agenda conviennent · /agenda suits
      /agenda si-besoin · /agenda if-needed
      /agenda retenir · /agenda choose
      /agenda abandonner · /agenda drop
      /agenda point · /agenda item
      /agenda ordre · /agenda order
      /agenda rôle · /agenda role
      /agenda note · /agenda note
      /agenda décidé · /agenda decided
      /agenda action · /agenda action
      /agenda actions · /agenda actions
      /agenda compte-rendu · /agenda minutes
      /agenda parole · /agenda floor
      /calendrier abonnement · /calendar subscribe
      /calendrier abonnements · /calendar subscriptions
      /calendrier renouveler · /calendar renew
      /calendrier désabonner · /calendar unsubscribe
      /calendrier participants · /calendar attendees
      /calendrier importer · /calendar import
      /calendrier suivre · /calendar follow
      /calendrier suivis · /calendar followed
      /calendrier délaisser · /calendar unfollow
      /calendrier relier · /calendar link
      /calendrier relié · /calendar linked
      /calendrier délier · /calendar unlink
      /calendrier évènements · /calendar events
      /médiation accueil · /mediation welcome
      /médiation demander · /mediation ask
      /médiation suivre · /mediation follow
      /médiation écrire · /mediation write
      /médiation messages · /mediation messages
      /médiation inviter · /mediation invite
      /médiation ensemble · /mediation together
      /médiation dire · /mediation say
      /médiation rencontre · /mediation meeting
      /médiation rédiger · /mediation draft
      /médiation accords · /mediation agreements
      /médiation quitter · /mediation leave
      /médiation clore · /mediation close
      /médiation effacer · /mediation erase
      /médiation urgence · /mediation emergency
      /médiation personnes · /mediation mediators
      /médiation présenter · /mediation introduce
      /médiation nommer · /mediation name
      /médiation retirer · /mediation unname
      /médiation régler · /mediation settings
      /médiation chiffres · /mediation figures
      /richesse déclarer · /wealth declare
      /richesse liste · /wealth list
      /richesse voir · /wealth show
      /richesse contexte · /wealth context
      /richesse valider · /wealth validate
      /richesse question · /wealth question
      /richesse chiffre · /wealth figure
      /richesse reprendre · /wealth unsay
      /richesse répondre · /wealth answer
      /richesse corriger · /wealth correct
      /richesse ressenti · /wealth feeling
      /richesse retirer · /wealth withdraw
      /richesse rétablir · /wealth restore
      /richesse matrice · /wealth matrix
      /richesse flux · /wealth flows
      /richesse évolution · /wealth trend
      /richesse moi · /wealth me
      /richesse exporter · /wealth export
      /richesse répartir · /wealth share
      /richesse merci · /wealth thanks
      /richesse ouvrir · /wealth open
      /richesse régler · /wealth adjust
      /richesse participer · /wealth join
      /richesse quitter · /wealth leave
      /richesse réglages · /wealth settings
      /tableur importer · /spreadsheet import
      /partage voir · /sharing show
      /partage décider · /sharing decide
      /partage points · /sharing points
      /partage besoin · /sharing need
      /partage besoins · /sharing needs
      /partage oublier · /sharing forget
      /partage adopter · /sharing adopt
      /partage paiements · /sharing payments
      /partage payer · /sharing pay
      /frais liste · /expense list
      /frais déclarer · /expense declare
      /frais voir · /expense show
      /frais approuver · /expense approve
      /frais reprendre · /expense unapprove
      /frais refuser · /expense refuse
      /frais réexaminer · /expense reconsider
      /frais corriger · /expense correct
      /frais rembourser · /expense pay-back
      /frais retirer · /expense withdraw
      /frais rétablir · /expense restore
      /frais justificatif · /expense receipt
      /rétrospective voir · /retrospective show
      /rétrospective dire · /retrospective say
      /rétrospective regrouper · /retrospective group
      /rétrospective poursuivre · /retrospective carry
      /rétrospective reprendre · /retrospective drop
      /période régler · /period set
      /période clore · /period close
      /période rouvrir · /period reopen
      /veille ajouter · /watch add
      /veille liste · /watch list
      /veille chercher · /watch search
      /veille voir · /watch show
      /veille thèmes · /watch themes
      /veille utile · /watch useful
      /veille lu · /watch read
      /veille commenter · /watch comment
      /veille creuser · /watch dig
      /veille étiqueter · /watch tag
      /veille désétiqueter · /watch untag
      /veille ranger · /watch file
      /veille mettre-en-avant · /watch promote
      /veille réunir · /watch merge
      /veille retirer · /watch retract
      /veille réaction · /watch reaction
      /veille digest · /watch digest
      /veille sans-digest · /watch no-digest
      /veille suivre · /watch follow
      /veille flux · /watch feeds
      /veille arrêter · /watch stop
      /veille filtrer · /watch filter
      /veille importer · /watch import
      /veille exporter-flux · /watch export-feeds
      /numéro liste · /edition list
      /numéro voir · /edition show
      /numéro préparer · /edition prepare
      /numéro ajouter · /edition add
      /numéro annoter · /edition annotate
      /numéro ordonner · /edition order
      /numéro enlever · /edition remove
      /numéro réécrire · /edition rewrite
      /numéro publier · /edition publish
      /numéro dépublier · /edition unpublish
      /numéro jeter · /edition discard
      /thème confier · /theme entrust
      /thème ne-plus-confier · /theme unentrust
      /thème renommer · /theme rename
      /page joindre · /page attach
      /page détacher · /page detach
      /diffusion liste · /publish list
      /diffusion adresse · /publish address
      /diffusion publier · /publish openly
      /diffusion adresse-numéros · /publish address-editions
      /diffusion publier-numéros · /publish openly-editions
      /diffusion renouveler · /publish renew
      /diffusion fermer · /publish close
      /diffusion montrer · /publish shown
      /ecc aide · /ecc help
      /ecc moi · /ecc me
      /ecc langue · /ecc language
      /ecc fuseau · /ecc timezone
      /ecc rappels · /ecc reminders
      /ecc réglages · /ecc settings
      /ecc régler · /ecc set
      /ecc rôle · /ecc role
      /ecc salon · /ecc room
      /ecc relier · /ecc link-room
      /ecc délier · /ecc unlink-room
      /ecc lier · /ecc link
      /ecc séparer · /ecc unlink
      /ecc quitter · /ecc leave
      /ecc retirer · /ecc remove
      /ecc accueillir · /ecc let-in
      /proposer · /propose
      /décisions · /decisions
      /voir · /show
      /voter · /vote
      /objecter · /object
      /bloquer · /block
      /déclarer · /declare
      /merci · /thanks
      /aide · /help
      /moi · /me
      "
    `);
  });
});

test('the invitation asks for four permissions and no more', () => {
  // Voir le salon (1024), envoyer (2048), intégrer (16384), joindre (32768).
  expect(permissionNumber()).toBe(343597435904n);
  expect(inviteLink('42')).toBe(
    'https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=343597435904',
  );
});
