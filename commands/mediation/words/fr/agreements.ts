/** An agreement: written together, kept by each, asked about in private. */
export const agreements = {
  'mediation.terms.title': 'L’accord en cours d’écriture',
  'mediation.terms.none':
    'Rien n’est encore écrit. Chaque personne de la conversation commune peut proposer un texte, et chacune peut le changer. Il vaut accord quand {names} l’ont confirmé tel quel.',
  'mediation.terms.by': 'Version {version}, écrite par {name}, {at}.',
  'mediation.terms.follow': 'Il vous sera demandé en privé s’il tient encore, {at}.',
  'mediation.terms.follow.never': 'Aucune date n’est choisie pour y revenir.',
  'mediation.terms.awaited':
    '{confirmed, select, none {Personne ne l’a encore confirmé} other {Confirmé par {confirmed}}}. Il manque : {names}.',
  'mediation.terms.before': 'Avant, écrit par {name}, {at} :',
  'mediation.terms.rule':
    'Changer le texte remet à zéro les confirmations : nul n’est tenu par des mots sans les avoir lus. Rien n’oblige à confirmer. Une fois confirmé par chacun·e, l’accord est gardé à part, chiffré, même quand tout le reste s’efface.',
  'mediation.terms.act.open': 'Écrire un accord',
  'mediation.terms.act.write': 'Proposer un texte',
  'mediation.terms.act.amend': 'Changer le texte',
  'mediation.terms.act.confirm': 'Je confirme ce texte',

  'mediation.agreement.title': 'Votre accord',
  'mediation.agreement.asks': 'Cet accord tient-il encore ?',
  'mediation.agreement.between': 'Entre {names}, confirmé par chacun·e {at}.',
  'mediation.agreement.kept':
    'Ce texte est gardé pour vous, chiffré, avec une clé à part. Vous pouvez le laisser à tout moment ; il est détruit quand plus personne ne le garde.',
  'mediation.agreement.private':
    'Votre réponse est pour vous. Personne ne la voit, à moins que vous ne choisissiez de la dire aux autres.',
  'mediation.agreement.yours': 'Votre réponse : <b>{said}</b>. Vous seul·e la voyez.',
  'mediation.agreement.yours.told': 'Votre réponse, dite aux autres : <b>{said}</b>.',
  'mediation.agreement.theirs': '<b>{name}</b> vous dit : {said}.',
  'mediation.agreement.act.yes': 'Il tient',
  'mediation.agreement.act.partly': 'En partie',
  'mediation.agreement.act.no': 'Il ne tient plus',
  'mediation.agreement.act.tell': 'Dire ma réponse aux autres',
  'mediation.agreement.act.drop': 'Ne plus le garder',
  'mediation.holds.yes': 'il tient',
  'mediation.holds.partly': 'en partie',
  'mediation.holds.no': 'il ne tient plus',
  'mediation.agreements.title': 'Les accords que vous gardez',
  'mediation.agreements.none':
    'Vous ne gardez aucun accord. Quand un accord est confirmé par chacun·e, il se retrouve ici.',
  'mediation.agreements.one': '{names}, {at}',
  'mediation.dropped.title': 'Vous ne gardez plus cet accord',
  'mediation.dropped':
    'Il ne s’ouvre plus pour vous, et les autres n’en sont pas prévenus. Il est détruit quand plus personne ne le garde.',

  'refusal.terms-changed':
    'Le texte a changé depuis que vous l’avez lu. Ouvrez-le à nouveau depuis la conversation commune.',
  'refusal.agreement-unknown':
    'Cet accord n’est pas, ou n’est plus, parmi ceux que vous gardez : <c>/médiation accords</c>.',

  'command.mediation.terms': 'médiation texte',
  'command.mediation.terms.help': 'Lire l’accord en cours d’écriture',
  'command.mediation.amend': 'médiation rédiger',
  'command.mediation.amend.help': 'Écrire ensemble un accord, ou en changer le texte',
  'command.mediation.amend.title': 'Le texte de l’accord',
  'command.mediation.amend.intro':
    'Les personnes de la conversation commune le liront, et pourront le changer. Il ne vaut accord qu’une fois confirmé par chacun·e.',
  'command.mediation.amend.submit': 'Proposer ce texte',
  'command.mediation.confirm': 'médiation confirmer',
  'command.mediation.confirm.help': 'Confirmer l’accord tel qu’il est écrit',
  'command.mediation.agreements': 'médiation accords',
  'command.mediation.agreements.help': 'Les accords que vous gardez',
  'command.mediation.agreement': 'médiation accord',
  'command.mediation.agreement.help': 'Relire un accord que vous gardez',
  'command.mediation.hold': 'médiation tenir',
  'command.mediation.hold.help': 'Dire, pour soi, si un accord tient encore',
  'command.mediation.tell': 'médiation partager',
  'command.mediation.tell.help': 'Dire sa réponse aux autres personnes de l’accord',
  'command.mediation.tell.title': 'Dire votre réponse aux autres ?',
  'command.mediation.tell.intro':
    'Les autres personnes qui gardent cet accord la liront, avec votre nom.',
  'command.mediation.tell.submit': 'Oui, la dire',
  'command.mediation.drop': 'médiation laisser',
  'command.mediation.drop.help': 'Ne plus garder un accord',
  'command.mediation.drop.title': 'Ne plus garder cet accord ?',
  'command.mediation.drop.intro':
    'Vous ne pourrez plus le relire. Les autres personnes le gardent si elles le souhaitent, et ne sont pas prévenues.',
  'command.mediation.drop.submit': 'Oui, le laisser',

  'param.agreement': 'accord',
  'param.agreement.help': 'Lequel',
  'param.holds': 'réponse',
  'param.holds.help': 'Tient-il encore ?',
  'param.wording': 'texte',
  'param.wording.help': 'Qui fait quoi, à partir de quand : ce que chacun·e pourra confirmer',
  'param.followup': 'y revenir le',
  'param.followup.help':
    'Une date, si vous le souhaitez : chacun·e dira en privé si l’accord tient',
} as const;
