/** What ECC says of expenses. `{amount}` and the sums are in euros. */
export const expenses = {
  'nature.expense': 'frais',
  'expense.vat': 'dont {vat} de TVA',
  'expense.vat.unknown': 'TVA non précisée',
  'export.wealth.vat': 'dont TVA',
  'expense.paid': 'Payé par {name} pour {context}, {day}.',
  'expense.paid.for': 'Payé par {name} pour {context}, {day} ; écrit par {author}.',
  'expense.state.declared':
    '<b>Attend d’être approuvée</b> ({count} sur {needed}){count, plural, =0 {.} one { ; déjà trouvée juste par {names}.} other { ; déjà trouvée juste par {names}.}}',
  'expense.state.approved':
    '<b>Approuvée</b> par {names}, {at}. {way, select, back {À rendre par {name}.} other {À rembourser à {name}.}}',
  'expense.state.refused': '<b>Refusée</b> par {by}, {at} : {reason}',
  'expense.state.reimbursed':
    '{way, select, back {<b>Rendu</b> par {name}} other {<b>Remboursée</b> à {name}}} : {by} l’a noté {at}.',
  'expense.state.withdrawn': 'Retirée. Elle ne compte plus ; sa trace reste.',
  'expense.frozen':
    'Période close {at} : cela ne bouge plus, sauf le remboursement. Une correction irait dans la période ouverte.',
  'expense.corrects':
    'Corrige E-{number}, d’une période close : {before}, et maintenant {after}. {way, select, back {{name} a {due} à rendre.} more {Il reste {due} à rembourser.} other {Rien de plus n’est dû.}}',
  'expense.corrected-by': 'Corrigée par E-{by}, dans une autre période.',
  'export.wealth.undone': 'annulation : {what}',
  'expense.rule':
    '<i>Règle : une note de frais est approuvée quand {needed, plural, one {une autre personne qui prend part au contexte la trouve juste} other {# autres personnes qui prennent part au contexte la trouvent juste}}. Le silence n’approuve rien. Qui a ouvert le contexte, ou qui facilite, la rembourse, ou la refuse en disant pourquoi. {sees}</i>',
  'expense.sees.everybody':
    'Tout le monde voit les montants ; le justificatif n’est lu que par qui a payé, qui approuve et qui rembourse.',
  'expense.sees.participants':
    'Seules les personnes qui prennent part au contexte, et qui rembourse, voient les montants et les justificatifs.',
  'expense.sees.validators':
    'Seules les personnes invitées à approuver, et qui rembourse, voient les montants et les justificatifs.',
  'expense.receipt': 'Justificatif :',
  'expense.receipt.none': 'Pas de justificatif.',
  'expense.receipt.kept':
    'Le justificatif, s’il y en a un, n’est lu que par qui a payé, qui approuve et qui rembourse.',
  'expense.history': 'Ce qui s’est passé',
  'expense.step.declared': '<b>{name}</b> déclare {amount}, {at} : {what}.',
  'expense.step.corrected': '<b>{name}</b> corrige, {at} : {amount}, {what}. {reason}',
  'expense.step.approved': '<b>{name}</b> la trouve juste, {at}.',
  'expense.step.unapproved': '<b>{name}</b> revient sur son accord, {at}.',
  'expense.step.refused': '<b>{name}</b> la refuse, {at} : {reason}',
  'expense.step.unrefused': '<b>{name}</b> revient sur son refus, {at}.',
  'expense.step.reimbursed': '<b>{name}</b> la note remboursée, {at}.',
  'expense.step.unreimbursed': '<b>{name}</b> la note à rembourser, {at}.',
  'expense.step.withdrawn': '<b>{name}</b> la retire, {at}.',
  'expense.step.restored': '<b>{name}</b> la rétablit, {at}.',
  'expense.do.approve': 'C’est juste',
  'expense.do.unapprove': 'Revenir sur mon accord',
  'expense.do.refuse': 'Refuser',
  'expense.do.unrefuse': 'Revenir sur le refus',
  'expense.do.correct': 'Corriger',
  'expense.do.withdraw': 'Retirer',
  'expense.do.restore': 'Rétablir',
  'expense.do.reimburse.yes': 'Marquer remboursée',
  'expense.do.reimburse.no': 'Marquer à rembourser',
  'expense.done.spend': 'C’est déclaré : E-{number}.',
  'expense.done.correct.closed': 'E-{by} corrige E-{number}, dans la période ouverte.',
  'expense.done.correct': 'E-{number} est corrigée.',
  'expense.done.approve': 'C’est noté : E-{number} vous semble juste.',
  'expense.done.unapprove': 'C’est noté : vous revenez sur votre accord pour E-{number}.',
  'expense.done.refuse': 'E-{number} est refusée.',
  'expense.done.unrefuse': 'E-{number} n’est plus refusée.',
  'expense.done.withdraw': 'E-{number} est retirée.',
  'expense.done.restore': 'E-{number} est de nouveau déclarée.',
  'expense.done.reimburse': 'E-{number} est notée remboursée.',
  'expense.done.unreimburse': 'E-{number} est de nouveau à rembourser.',
  'expense.look.title': 'Votre regard sur E-{number} : {what}',
  'expense.look':
    'C’est votre tour de regarder une note de frais de {name}. Vous semble-t-elle juste ?',
  'expense.written.title': 'Écrit pour vous : E-{number}, {what}',
  'expense.written':
    '{name} l’a écrit en votre nom. Si quelque chose ne va pas, corrigez ou retirez.',
  'expense.told.title': 'Votre note de frais E-{number} : {what}',
  'expense.told.next':
    'Vous pouvez la corriger : elle sera regardée de nouveau. Ou en parler avec qui l’a refusée.',
  'expense.done': 'E-{number} : c’est fait',
  'expense.list': 'Notes de frais',
  'expense.list.of': '{name} : notes de frais',
  'expense.all': 'Toutes les notes',
  'expense.none.seen': 'Aucune note de frais que vous puissiez voir.',
  'expense.none':
    'Pas encore de note de frais. Pour la première : <c>/frais déclarer 45€ "peinture" contexte:"{name}"</c>',
  'expense.sums': 'À approuver : {declared}. À rembourser : {approved}. Remboursé : {reimbursed}.',
  'expense.owed': 'À rembourser',
  'expense.part.declared': 'Attendent d’être approuvées',
  'expense.part.approved': 'Approuvées, à rembourser',
  'expense.part.refused': 'Refusées',
  'expense.part.reimbursed': 'Remboursées',
  'expense.part.withdrawn': 'Retirées',
  'expense.line': '<b>E-{number}</b> {name} : {what}, {amount}',
  'expense.more': '{count, plural, one {et # autre} other {et # autres}}',
  'expense.spend': 'Déclarer des frais',
  'expense.open': 'Voir une note',

  'command.wealth.expenses': 'frais liste | frais',
  'command.wealth.expenses.help': 'Les notes de frais : à approuver, à rembourser, remboursées',
  'command.wealth.spend': 'frais déclarer',
  'command.wealth.spend.help': 'Dire ce que vous avez payé pour un contexte, pour être remboursé·e',
  'command.wealth.spend.title': 'Une note de frais',
  'command.wealth.spend.day': 'jour',
  'command.wealth.spend.day.help':
    'Quand c’était : hier, mardi, 12 octobre. Sans rien : aujourd’hui.',
  'command.wealth.spend.submit': 'Déclarer',
  'command.wealth.spend.payer': 'payé par',
  'command.wealth.spend.payer.help':
    'Pour écrire à la place de quelqu’un, qui le saura. Sans rien : vous.',
  'command.wealth.expense': 'frais voir',
  'command.wealth.expense.help': 'Tout voir d’une note de frais : où elle en est, par qui et quand',
  'command.wealth.expense-approve': 'frais approuver',
  'command.wealth.expense-approve.help': 'Dire qu’une note de frais vous semble juste',
  'command.wealth.expense-unapprove': 'frais reprendre',
  'command.wealth.expense-unapprove.help': 'Revenir sur votre accord',
  'command.wealth.expense-refuse': 'frais refuser',
  'command.wealth.expense-refuse.help': 'Refuser une note de frais, en disant pourquoi',
  'command.wealth.expense-refuse.title': 'Refuser cette note',
  'command.wealth.expense-refuse.submit': 'Refuser',
  'command.wealth.expense-refuse.reason.help': 'Ce qui ne va pas, et ce qu’il faudrait',
  'command.wealth.expense-unrefuse': 'frais réexaminer',
  'command.wealth.expense-unrefuse.help': 'Revenir sur un refus',
  'command.wealth.expense-correct': 'frais corriger',
  'command.wealth.expense-correct.help':
    'Corriger votre note de frais ; ce qu’elle disait avant reste visible',
  'command.wealth.expense-correct.title': 'Corriger la note de frais',
  'command.wealth.expense-correct.day': 'jour',
  'command.wealth.expense-correct.day.help':
    'Quand c’était : hier, mardi, 12 octobre. Sans rien : aujourd’hui.',
  'command.wealth.expense-correct.submit': 'Corriger',
  'command.wealth.expense-correct.reason.help': 'Ce qui change, et pourquoi : en quelques mots',
  'command.wealth.expense-reimburse': 'frais rembourser',
  'command.wealth.expense-reimburse.help':
    'Noter qu’une note de frais est remboursée, ou pas encore ; ECC ne paie rien',
  'command.wealth.expense-reimburse.paid': 'remboursée',
  'command.wealth.expense-reimburse.paid.help': 'Oui, ou non si c’était une erreur',
  'command.wealth.expense-withdraw': 'frais retirer',
  'command.wealth.expense-withdraw.help': 'Retirer votre note de frais ; sa trace reste',
  'command.wealth.expense-restore': 'frais rétablir',
  'command.wealth.expense-restore.help': 'Rétablir une note de frais retirée',
  'param.expense': 'note',
  'param.expense.help': 'Par son nom, comme E-12',
  'param.amount': 'montant',
  'param.amount.help': 'Ce qui a été payé, taxes comprises : 45,20 €',
  'param.vat': 'TVA',
  'param.vat.help': 'La part de TVA dans ce montant, si elle est connue : 7,53 €',
  'param.receipt': 'justificatif',
  'param.receipt.help':
    'L’adresse de la photo ou du fichier. Gardée chiffrée ; lue par qui a payé, qui approuve, qui rembourse.',

  'refusal.not-an-expense':
    '« {typed} » n’est pas une note de frais. Par exemple : E-12, écrit sur sa carte.',
  'refusal.unknown-expense':
    'Il n’y a pas de note de frais E-{number} ici. <c>/frais</c> montre celles que vous pouvez voir.',
  'refusal.vat-too-much':
    'La TVA est une part du montant : elle est plus petite que lui. Le montant est-il bien taxes comprises ?',
  'refusal.expense-frozen':
    'E-{number} est dans une période close depuis {at} : elle ne bouge plus, sauf le remboursement. Si une erreur est restée, corrigez-la, dans la période ouverte : <c>/frais corriger E-{number}</c>.',
  'refusal.expense-corrected-by':
    'E-{by} corrige déjà cette note. Pour changer encore : <c>/frais corriger E-{by}</c>.',
  'refusal.expense-nothing': 'Il faut un montant. Si rien n’était dû : <c>/frais retirer</c>.',
  'refusal.own-expense-only':
    'Seule la personne qui a payé, ou qui l’a écrit, peut faire ce geste.',
  'refusal.own-expense-not-approved':
    'Personne ne juge sa propre note de frais, ni celle qu’on a écrite pour quelqu’un. Une autre personne le fera.',
  'refusal.expense-already-approved':
    'Vous avez déjà approuvé E-{number}. Pour revenir dessus : <c>/frais reprendre E-{number}</c>.',
  'refusal.expense-not-approved-by-you': 'Vous n’avez pas approuvé E-{number}.',
  'refusal.expense-declared': 'E-{number} attend d’être approuvée : ce geste vient après.',
  'refusal.expense-approved': 'E-{number} est approuvée : ce geste n’a plus lieu d’être.',
  'refusal.expense-refused':
    'E-{number} est refusée. Qui a payé peut la corriger : <c>/frais corriger E-{number}</c>.',
  'refusal.expense-reimbursed':
    'E-{number} est remboursée. Si c’est une erreur, qui tient le contexte la note d’abord à rembourser : <c>/frais rembourser E-{number} remboursée:non</c>.',
  'refusal.expense-withdrawn':
    'E-{number} a été retirée. Qui a payé peut la rétablir : <c>/frais rétablir E-{number}</c>.',
} as const;
