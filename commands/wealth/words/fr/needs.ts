/** What ECC says of needs, and of the rule that uses them. */
export const needs = {
  'share.rule.needs': 'besoins d’abord',
  'share.about.needs':
    'Besoins d’abord : chaque besoin dit en euros est couvert, puis le reste se répartit ({rest}). Si les besoins dépassent la somme, chacun en reçoit la même proportion.',
  'share.line.needs': '{name} : {amount}, son besoin s’il est dit, puis sa part du reste.',
  'share.line.needs.short':
    '{name} : {amount}, pour un besoin couvert en partie : ensemble, ils dépassent la somme.',
  'share.needs':
    'Besoins d’abord, puis le reste ({rest}) : ces montants ne se calculent qu’au moment où qui tient le contexte les propose à la décision, devant tout le monde. Pour dire un besoin, en privé : <c>/partage besoin {name}</c>',
  'share.need': 'Dire mon besoin',
  'need.title': 'Les besoins pour {name}',
  'need.done': 'Votre besoin pour {name} est gardé.',
  'need.own': 'Votre besoin',
  'need.own.none': 'Vous n’avez rien dit de votre besoin.',
  'need.of': 'Ce que {name} vous confie',
  'need.readers': 'Peuvent le lire : {names}. Personne d’autre.',
  'need.readers.none': 'Personne d’autre que vous ne peut le lire.',
  'need.rule':
    'C’est chiffré, et s’efface à tout moment. Seul le montant sert, à une seule règle : « besoins d’abord ». Proposée à la décision, elle montre à tout le monde ce que chacun·e recevrait, et laisse donc deviner les besoins.',
  'need.say': 'Dire mon besoin',
  'need.change': 'Changer',
  'need.erase': 'Effacer',
  'need.erased': 'Votre besoin pour {name} est effacé.',
  'need.erased.what':
    'Il ne sert plus à rien et ne peut plus être lu, pas même dans une copie. Des montants déjà proposés à la décision restent ce qu’ils sont.',

  'command.wealth.need': 'partage besoin',
  'command.wealth.need.help': 'Dire en privé ce dont vous avez besoin d’une répartition',
  'command.wealth.need.title': 'Votre besoin',
  'command.wealth.need.intro':
    'Chiffré, lu seulement par qui vous choisissez, effaçable à tout moment. Le montant ne sert qu’à la règle « besoins d’abord ». Si qui tient le contexte la propose à la décision, ce que chacun·e recevrait s’affiche pour tout le monde : on peut en déduire votre besoin, et cela ne s’efface plus. Avant cela, rien ne s’affiche.',
  'command.wealth.need.submit': 'Garder',
  'command.wealth.need.amount': 'montant',
  'command.wealth.need.amount.help': 'Ce dont vous avez besoin, en euros : 150 €',
  'command.wealth.need.words': 'mots',
  'command.wealth.need.words.help': 'Si vous voulez en dire plus aux personnes choisies',
  'command.wealth.need.readers': 'lu par',
  'command.wealth.need.readers.help':
    'Les personnes qui peuvent le lire : Alix, Camille. Sans rien : personne.',
  'command.wealth.needs': 'partage besoins',
  'command.wealth.needs.help':
    'Votre besoin, et ceux qu’on vous confie ; vous seul·e voyez la page',
  'command.wealth.need-erase': 'partage oublier',
  'command.wealth.need-erase.help': 'Effacer votre besoin, pour de bon',
  'command.wealth.share.rest': 'reste',
  'command.wealth.share.rest.help':
    'Comment se répartit ce que les besoins laissent ; sans rien, parts égales',

  'refusal.need-empty': 'Dites un montant, des mots, ou les deux.',
  'refusal.need-none': 'Vous n’avez rien dit de votre besoin ici : rien à effacer.',
  'refusal.needs-outside':
    'Les besoins se disent entre personnes qui prennent part à {name}. Si c’est votre cas : <c>/richesse participer</c>.',
  'refusal.share-needs-bounds':
    '« Besoins d’abord » ne se combine pas avec un plancher ou un plafond. Refaites la simulation sans eux : <c>/richesse répartir</c>.',
  'refusal.share-needs-none':
    'Personne n’a dit de besoin en euros pour {name}. Chacun·e peut le faire en privé : <c>/partage besoin {name}</c>.',
  'refusal.share-needs-hidden':
    'Ce que donnent les besoins ne se calcule qu’au moment où qui tient le contexte le propose à la décision, devant tout le monde : <c>/partage décider P-{number}</c>.',
} as const;
