/** What ECC says of the files that prove expenses. */
export const receipts = {
  'export.wealth.receipts': 'justificatifs',
  'expense.files': 'Fichiers joints, chiffrés :',
  'expense.file': '{file} ({size} ko), joint par {name}',
  'expense.file.title': 'Justificatif de E-{number}',
  'expense.file.note': 'Empreinte SHA-256 : {digest}',
  'expense.step.attached': '<b>{name}</b> joint un justificatif, {at}.',
  'expense.step.detached': '<b>{name}</b> retire un justificatif, {at}.',
  'expense.do.attach': 'Joindre un justificatif',
  'expense.do.file': 'Lire un justificatif',
  'expense.do.file.one': 'Lire {file}',
  'expense.do.detach': 'Retirer un justificatif',
  'expense.do.detach.one': 'Retirer {file}',
  'expense.done.attach': 'Le justificatif de E-{number} est gardé.',
  'expense.done.detach': 'Le fichier est effacé. E-{number} reste.',
  'command.wealth.expense-receipt': 'frais justificatif',
  'command.wealth.expense-receipt.help':
    'Joindre la photo ou le PDF d’un ticket à une note de frais',
  'command.wealth.expense-receipt.title': 'Joindre un justificatif',
  'command.wealth.expense-receipt.submit': 'Joindre',
  'command.wealth.expense-detach': 'frais détacher',
  'command.wealth.expense-detach.help': 'Effacer un fichier joint',
  'command.wealth.expense-detach.title': 'Effacer ce fichier',
  'command.wealth.expense-detach.intro':
    'Le fichier est effacé pour de bon ; la note de frais reste.',
  'command.wealth.expense-detach.submit': 'Effacer',
  'command.wealth.expense-file': 'frais fichier',
  'command.wealth.expense-file.help': 'Lire un fichier joint',
  'param.position': 'place',
  'param.position.help': 'Son numéro dans la liste',
  'refusal.receipts-full':
    '{max, number} fichiers au plus pour une note de frais. Un PDF peut en réunir plusieurs.',
  'refusal.unknown-receipt': 'Ce fichier n’est plus joint à E-{number}.',
  'refusal.receipt-approved':
    'E-{number} a été approuvée avec ce justificatif : il reste. Un autre peut s’y ajouter.',
  'refusal.receipt-not-for-you':
    'Les justificatifs de E-{number} ne sont lus que par qui a payé, qui approuve et qui rembourse.',
} as const;
