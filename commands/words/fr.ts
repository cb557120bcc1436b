/** Sentences that belong to no function in particular. */
export const fr = {
  'form.submit': 'Envoyer',
  'bug.title': 'Cela n’a pas pu être fait, par notre faute',
  'bug.body':
    'Réessayez dans un instant ; si cela dure, donnez ce repère à la personne qui administre : <b>{reference}</b>',
  'unknown.title': 'Je n’ai pas reconnu cette commande',
  'unknown.body': '« {typed} » ne commence par aucune commande connue.',
  'unknown.like': 'Peut-être : <c>/{name}</c>',
  'unknown.help': 'Voir l’aide',
  'stranger.title': 'Pas encore membre ici',
  'stranger.body':
    'Écrivez d’abord une commande dans un salon de la communauté, par exemple <c>/ecc</c> : vous en serez membre.',

  'param.decision': 'décision',
  'param.decision.help': 'Dans la liste, ou par son nom, comme D-12',
  'param.reason': 'raison',
  'param.reason.help': 'En quelques mots',
  'param.title': 'titre',
  'param.title.help': 'Une ligne qui dit l’essentiel',
  'param.closes': 'échéance',
  'param.closes.help': 'Par exemple : demain 18h, dans trois jours, vendredi à midi',

  'form.file.held': 'Déjà reçu : {name}. Un autre fichier prendrait sa place.',
  'refusal.file-too-big':
    'Ce fichier dépasse {max, number} Mo. Une photo plus légère, ou un PDF, conviendra ; le reste est gardé.',
  'refusal.file-not-taken':
    'Ce fichier n’est ni une image (PNG, JPEG, WebP, HEIC) ni un PDF : seuls ceux-là se gardent ici. Le reste est gardé.',
  'refusal.file-unreachable':
    'Le fichier n’a pas pu être lu sur le réseau. Envoyez-le de nouveau ; le reste est gardé.',
  'refusal.file-gone': 'Ce fichier n’est plus là. Envoyez-le de nouveau.',
  'param.file': 'fichier',
  'param.file.help': 'Une photo ou un PDF du ticket, 10 Mo au plus. Gardé chiffré.',

  'refusal.missing': 'Il manque cette réponse.',
  'refusal.too-long':
    'C’est trop long : {length, number} caractères, pour {max, number} au plus. Rien n’est perdu, raccourcissez et renvoyez.',
  'refusal.too-many':
    '{max, plural, one {Une seule ligne} other {# lignes au plus}} : il y en a {count, number}.',
  'refusal.repeated': 'Deux lignes disent la même chose. Gardez-en une.',
  'refusal.not-in-list': '« {typed} » n’est pas dans la liste. À choisir : {list}.',
  'refusal.not-yes-or-no': '« {typed} » : répondez par oui ou par non.',
  'refusal.not-a-number': '« {typed} » n’est pas un nombre entre {min, number} et {max, number}.',
  'refusal.left-over':
    'Je n’ai pas su quoi faire de « {text} ». Mettez entre guillemets les textes de plusieurs mots, ou tapez la commande seule : ce qui manque sera demandé.',
  'refusal.old-button':
    'Ce bouton vient d’une version précédente. Tapez <c>/ecc</c> pour retrouver l’action.',
  'refusal.form-gone':
    'Ce formulaire est déjà envoyé, ou il date de plus d’un jour. Retapez la commande.',
  'refusal.elsewhere':
    'Cette carte appartient à une autre communauté que ce salon. Ouvrez-la dans son salon.',
  'refusal.already-done': 'C’est déjà enregistré.',
  'refusal.facilitators-only':
    'Ce geste revient aux personnes qui facilitent. <c>/ecc moi</c> dit qui elles sont.',
  'refusal.not-a-member': 'Vous n’êtes pas membre de cette communauté.',
  'refusal.not-yet-a-member':
    '« {name} » n’est pas encore membre ici. Il suffit que cette personne tape <c>/ecc</c> une fois dans ce salon.',
  'refusal.unknown-member':
    '{name, select, other {Personne ne s’appelle « {name} » ici. Le nom se choisit dans la liste.}}',
  'refusal.several-members':
    'Plusieurs personnes s’appellent « {name} » ici. Choisissez dans la liste.',
  'refusal.last-facilitator':
    'C’est la seule personne qui facilite. Nommez-en d’abord une autre : <c>/ecc rôle</c>.',
  'refusal.unknown-zone':
    '« {typed} » n’est pas un fuseau horaire connu. Par exemple : Europe/Paris, Indian/Reunion, America/Toronto.',
  'refusal.moment-unknown':
    'Je n’ai pas compris « {typed} ». Par exemple : demain 18h, vendredi à midi, dans trois jours.',
  'refusal.moment-past': '« {typed} » est déjà passé.',
  'refusal.moment-no-day': '« {typed} » : ce jour n’existe pas.',
  'refusal.moment-no-hour':
    '« {typed} » : cette heure n’existe pas, les horloges avancent cette nuit-là. Juste après : {after}.',
  'refusal.moment-ambiguous': '« {typed} » peut se lire : {list}. Précisez la date.',
  'refusal.not-a-share': '« {typed} » : écrivez majorité, 2/3, 75 % ou unanimité.',
  'refusal.code-unknown': 'Ce code n’existe pas ou ne vaut plus. Redemandez-en un de l’autre côté.',
  'refusal.code-spent': 'Trop d’essais sur ce code. Redemandez-en un de l’autre côté.',
  'refusal.rooms-already-linked':
    'Ce code vient de cette même communauté : tapez-le dans l’autre salon.',
  'refusal.only-room': 'C’est le seul salon de la communauté : il n’y a rien à détacher.',
  'refusal.not-in-a-room': 'Cette commande se tape dans un salon.',
  'refusal.link-rooms-first':
    'Vos deux comptes sont dans deux communautés. Une personne qui facilite peut d’abord relier les salons : <c>/ecc relier</c>.',
  'refusal.accounts-already-linked':
    'Ce code vient de ce même compte, ou de comptes déjà liés : tapez-le depuis l’autre.',
  'refusal.accounts-not-linked': 'Aucun autre compte n’est lié au vôtre.',

  'refusal.fetch-bad-address':
    '« {typed} » n’est pas l’adresse d’une page. Par exemple : <c>https://exemple.org/agenda.ics</c>',
  'refusal.fetch-not-public':
    '{host} n’est pas sur l’internet public : ECC ne lit rien ailleurs. La personne qui administre peut l’y autoriser.',
  'refusal.fetch-too-large': 'La réponse de {host} est trop grande pour être lue.',
  'refusal.fetch-too-slow': '{host} met trop de temps à répondre. Réessayez plus tard.',
  'refusal.fetch-too-many-redirects':
    '{host} renvoie sans fin d’une adresse à une autre. Ouvrez la page, et copiez l’adresse où elle s’arrête.',
  'refusal.fetch-unreachable':
    '{reason, select, name {Aucun site ne s’appelle {host}. Vérifiez l’adresse.} certificate {Le certificat de {host} ne prouve pas que c’est bien ce site. Prévenez qui s’en occupe.} other {{host} ne répond pas. Réessayez plus tard.}}',
  'refusal.fetch-garbled': 'La réponse de {host} est illisible. Prévenez qui s’occupe de ce site.',
  'refusal.fetch-bad-status':
    '{kind, select, closed {{host} demande qu’on s’identifie pour lire cette page. Vérifiez l’accès.} gone {Il n’y a rien à cette adresse chez {host}. Vérifiez-la.} busy {{host} demande qu’on revienne plus tard.} broken {{host} est en panne. Réessayez plus tard.} other {{host} n’a pas voulu répondre (réponse {status}). Vérifiez l’adresse.}}',
} as const;
