/** What ECC says of files of past declarations that are brought in. */
export const imports = {
  'command.wealth.import': 'tableur importer',
  'command.wealth.import.help': 'Apporter un tableau de déclarations passées dans un contexte',
  'command.wealth.import.title': 'Importer des déclarations',
  'command.wealth.import.intro':
    'Une ligne par déclaration, avec une ligne de titres : jour, de, vers, nature, quoi, quantité, unité. Rien n’est ajouté avant que vous ayez vu l’aperçu.',
  'command.wealth.import.submit': 'Voir l’aperçu',
  'command.wealth.import.table': 'tableau',
  'command.wealth.import.table.help':
    'Collez-le depuis le tableur, ou donnez l’adresse d’un fichier CSV',
  'command.wealth.import-take': 'tableur ajouter',
  'command.wealth.import-take.help': 'Ajouter ce que l’aperçu a montré',
  'command.wealth.import-undo': 'tableur défaire',
  'command.wealth.import-undo.help':
    'Retirer ce qu’un import a ajouté et qui n’est à personne encore',
  'command.wealth.import-confirm': 'tableur confirmer',
  'command.wealth.import-confirm.help':
    'Dire que tout ce qu’un import a écrit en votre nom est juste',
  'param.import': 'import',
  'param.import.help': 'Son numéro',

  'sheet.names.day': 'jour, date, quand',
  'sheet.names.from': 'de, de qui, qui, donné par, personne, membre, nom',
  'sheet.names.to': 'vers, à, pour, à qui, reçu par',
  'sheet.names.nature': 'nature, sorte, catégorie',
  'sheet.names.what': 'quoi, description, libellé, intitulé, objet',
  'sheet.names.quantity': 'quantité, montant, durée, combien, valeur',
  'sheet.names.unit': 'unité',
  'sheet.names.context': 'contexte, projet',
  'sheet.names.note': 'note, remarque, commentaire',
  'sheet.names.link': 'lien, trace, adresse',
  'sheet.names.reference': 'repère, référence, numéro',
  'sheet.names.period': 'période',
  'sheet.names.vat': 'dont TVA',
  'sheet.names.receipts': 'justificatifs',

  'sheet.preview': '{name} : aperçu de l’import',
  'sheet.fresh':
    '{count, plural, =0 {Rien à ajouter.} one {<b># déclaration à ajouter</b>, {total} en tout.} other {<b># déclarations à ajouter</b>, {total} en tout.}}',
  'sheet.for-others':
    '{count, plural, one {# est au nom d’une autre personne : elle ne comptera qu’avec son accord.} other {# sont au nom d’autres personnes : elles ne compteront qu’avec leur accord.}}',
  'sheet.known':
    '{count, plural, one {# ligne est déjà déclarée : elle n’est pas ajoutée une deuxième fois.} other {# lignes sont déjà déclarées : elles ne sont pas ajoutées une deuxième fois.}}',
  'sheet.faults': '{count, plural, one {# ligne à reprendre} other {# lignes à reprendre}}',
  'sheet.fault': '<b>Ligne {line}</b> : {why}',
  'sheet.faults.file': 'Toutes sont dans le fichier joint.',
  'sheet.faults.next':
    'Corrigez-les, puis importez de nouveau tout le tableau : ce qui est déjà là ne s’ajoute pas deux fois.',
  'sheet.sample': 'Les premières',
  'sheet.line': 'Ligne {line} : {day}, {from} → {to}, {quantity} · {nature} · {what}',
  'sheet.told': '<b>R-{number}</b> {day}, {from} → {to}, {quantity} · {nature} · {what}',
  'sheet.left': 'Colonnes laissées de côté : {list}.',
  'sheet.how.day': 'Lu avec le jour avant le mois.',
  'sheet.how.month': 'Lu avec le mois avant le jour.',
  'sheet.take': '{count, plural, one {Ajouter # déclaration} other {Ajouter # déclarations}}',
  'sheet.again': 'Importer autre chose',
  'sheet.done':
    '{count, plural, =0 {Tout y était déjà : rien n’est ajouté.} one {# déclaration est ajoutée.} other {# déclarations sont ajoutées.}}',
  'sheet.done.proposed':
    '{count, plural, =0 {} one {# attend l’accord de sa personne, prévenue en privé.} other {# attendent l’accord de leur personne, prévenue en privé.}}',
  'sheet.undo': 'Défaire l’import',
  'sheet.undone':
    '{count, plural, =0 {Rien n’était encore à retirer.} one {# déclaration est retirée.} other {# déclarations sont retirées.}}',
  'sheet.undone.next':
    'Ce que les autres ont déjà pris à leur compte reste à leur nom. Leur trace reste.',
  'sheet.card.title': '{name} : des déclarations sont importées',
  'sheet.card':
    '{count, plural, one {{author} a importé # déclaration passée.} other {{author} a importé # déclarations passées.}}{proposed, plural, =0 {} one { # attend que sa personne dise si c’est juste.} other { # attendent que leur personne dise si c’est juste.}}',
  'sheet.card.undone': '{author} a défait cet import.',
  'sheet.waiting.title': 'Écrit pour vous : {name}',
  'sheet.waiting':
    '{author} a importé {count, plural, one {# déclaration passée} other {# déclarations passées}} en votre nom. Rien ne compte sans vous : est-ce juste ?',
  'sheet.waiting.more': '{count, plural, one {et # autre} other {et # autres}}',
  'sheet.confirm': 'Tout est juste',
  'sheet.one-by-one': 'Une par une',
  'sheet.confirmed':
    '{count, plural, one {# déclaration est à vous.} other {# déclarations sont à vous.}}',
  'sheet.confirmed.next': 'Les autres peuvent maintenant les regarder.',
  'sheet.answered': '{name} : c’est fait',
  'sheet.look.title': 'Votre regard sur {name}',
  'sheet.look':
    '{count, plural, one {# déclaration importée attend votre regard.} other {# déclarations importées attendent votre regard.}} Sans vous, la règle du contexte s’applique.',
  'sheet.look.see': 'Les regarder',

  'refusal.import-empty':
    'Ce tableau est vide. Il faut une ligne de titres, puis une ligne par déclaration.',
  'refusal.import-unreadable':
    'Je ne peux pas lire ce tableau à partir de la ligne {line} : un guillemet y est ouvert et jamais refermé.',
  'refusal.import-columns':
    'Il manque ces colonnes : {list}. J’ai lu : {found}. La première ligne doit porter les titres.',
  'refusal.import-long':
    'Ce tableau a {count} lignes. On en importe {max} à la fois : coupez-le en plusieurs, chacun avec sa ligne de titres.',
  'refusal.import-cell-missing': 'Il manque : {name}.',
  'refusal.import-who':
    'Personne ne s’appelle « {name} » ici. Écrivez le nom comme il est dans la communauté ; vide, c’est le contexte.',
  'refusal.import-nobody':
    'Il manque qui a donné ou reçu : un nom de membre dans la colonne « de » ou « vers ».',
  'refusal.import-other-context':
    'Cette ligne est pour « {typed} », et vous importez dans {name}. Importez-la là-bas, ou changez la colonne.',
  'refusal.import-day-order':
    '« {typed} » : le jour ou le mois d’abord ? Écrivez plutôt 2026-04-03.',
  'refusal.import-negative':
    '« {typed} » : un chiffre négatif corrige une période close, et ne s’importe pas. Retirez cette ligne.',
  'refusal.import-gone':
    'Cet aperçu n’est plus là. Recommencez : <c>/tableur importer</c>. Rien ne s’ajoutera deux fois.',
  'refusal.import-done': 'C’est déjà ajouté : rien ne l’est deux fois.',
  'refusal.import-left':
    'Une personne du tableau n’est plus membre. Recommencez : <c>/tableur importer</c> dira laquelle.',
  'refusal.import-nothing-yours': 'Plus rien de cet import n’attend votre accord dans {name}.',
} as const;
