/** What ECC says of files of past declarations that are brought in. */
export const imports = {
  'command.wealth.import': 'spreadsheet import',
  'command.wealth.import.help': 'Bring a table of past declarations into a context',
  'command.wealth.import.title': 'Import declarations',
  'command.wealth.import.intro':
    'One line a declaration, under a line of headings: day, from, to, nature, what, quantity, unit. Nothing is added before you have seen a preview.',
  'command.wealth.import.submit': 'See the preview',
  'command.wealth.import.table': 'table',
  'command.wealth.import.table.help':
    'Paste it from the spreadsheet, or give the address of a CSV file',
  'command.wealth.import-take': 'spreadsheet add',
  'command.wealth.import-take.help': 'Add what the preview showed',
  'command.wealth.import-undo': 'spreadsheet undo',
  'command.wealth.import-undo.help': 'Withdraw what an import added and nobody has confirmed yet',
  'command.wealth.import-confirm': 'spreadsheet confirm',
  'command.wealth.import-confirm.help': 'Say that all an import wrote in your name is right',
  'param.import': 'import',
  'param.import.help': 'Its number',

  'sheet.names.day': 'day, date, when',
  'sheet.names.from': 'from, who, given by, person, member, name',
  'sheet.names.to': 'to, for, to whom, received by',
  'sheet.names.nature': 'nature, kind, category',
  'sheet.names.what': 'what, description, label, title',
  'sheet.names.quantity': 'quantity, amount, duration, how much, value',
  'sheet.names.unit': 'unit',
  'sheet.names.context': 'context, project',
  'sheet.names.note': 'note, remark, comment',
  'sheet.names.link': 'link, trace, url',
  'sheet.names.reference': 'reference, number',
  'sheet.names.period': 'period',
  'sheet.names.vat': 'of which VAT',
  'sheet.names.receipts': 'receipts',

  'sheet.preview': '{name}: preview of the import',
  'sheet.fresh':
    '{count, plural, =0 {Nothing to add.} one {<b># declaration to add</b>, {total} in all.} other {<b># declarations to add</b>, {total} in all.}}',
  'sheet.for-others':
    '{count, plural, one {# is in somebody else’s name: it only counts once they agree.} other {# are in other people’s names: they only count once those agree.}}',
  'sheet.known':
    '{count, plural, one {# line is declared already: it is not added a second time.} other {# lines are declared already: they are not added a second time.}}',
  'sheet.faults': '{count, plural, one {# line to put right} other {# lines to put right}}',
  'sheet.fault': '<b>Line {line}</b>: {why}',
  'sheet.faults.file': 'They are all in the file.',
  'sheet.faults.next':
    'Put them right, then import the whole table again: what is there already is not added twice.',
  'sheet.sample': 'The first ones',
  'sheet.line': 'Line {line}: {day}, {from} → {to}, {quantity} · {nature} · {what}',
  'sheet.told': '<b>R-{number}</b> {day}, {from} → {to}, {quantity} · {nature} · {what}',
  'sheet.left': 'Columns left aside: {list}.',
  'sheet.how.day': 'Read with the day before the month.',
  'sheet.how.month': 'Read with the month before the day.',
  'sheet.take': '{count, plural, one {Add # declaration} other {Add # declarations}}',
  'sheet.again': 'Import something else',
  'sheet.done':
    '{count, plural, =0 {All of it was there already: nothing is added.} one {# declaration is added.} other {# declarations are added.}}',
  'sheet.done.proposed':
    '{count, plural, =0 {} one {# waits for its person to agree; they are told privately.} other {# wait for their person to agree; they are told privately.}}',
  'sheet.undo': 'Undo the import',
  'sheet.undone':
    '{count, plural, =0 {There was nothing left to withdraw.} one {# declaration is withdrawn.} other {# declarations are withdrawn.}}',
  'sheet.undone.next': 'What others have made their own stays in their name. Their trace stays.',
  'sheet.card.title': '{name}: declarations are imported',
  'sheet.card':
    '{count, plural, one {{author} imported # past declaration.} other {{author} imported # past declarations.}}{proposed, plural, =0 {} one { # waits for its person to say whether it is right.} other { # wait for their person to say whether they are right.}}',
  'sheet.card.undone': '{author} undid this import.',
  'sheet.waiting.title': 'Written for you: {name}',
  'sheet.waiting':
    '{author} imported {count, plural, one {# past declaration} other {# past declarations}} in your name. Nothing counts without you: is it right?',
  'sheet.waiting.more': '{count, plural, one {and # more} other {and # more}}',
  'sheet.confirm': 'All of it is right',
  'sheet.one-by-one': 'One by one',
  'sheet.confirmed':
    '{count, plural, one {# declaration is yours.} other {# declarations are yours.}}',
  'sheet.confirmed.next': 'The others can look at them now.',
  'sheet.answered': '{name}: done',
  'sheet.look.title': 'Your look at {name}',
  'sheet.look':
    '{count, plural, one {# imported declaration waits for your look.} other {# imported declarations wait for your look.}} Without you, the rule of the context applies.',
  'sheet.look.see': 'Look at them',

  'refusal.import-empty':
    'This table is empty. It needs a line of headings, then one line a declaration.',
  'refusal.import-unreadable':
    'This table cannot be read from line {line} on: a quote is opened there and never closed.',
  'refusal.import-columns':
    'These columns are missing: {list}. I read: {found}. The first line must hold the headings.',
  'refusal.import-long':
    'This table has {count} lines. {max} are imported at a time: cut it in several, each with its line of headings.',
  'refusal.import-cell-missing': 'Missing: {name}.',
  'refusal.import-who':
    'Nobody is called “{name}” here. Write the name as it is in the community; left empty, it is the context.',
  'refusal.import-nobody':
    'Who gave or received is missing: the name of a member in the column “from” or “to”.',
  'refusal.import-other-context':
    'This line is for “{typed}”, and you import into {name}. Import it there, or change the column.',
  'refusal.import-day-order': '“{typed}”: is the day or the month first? Write 2026-04-03.',
  'refusal.import-negative':
    '“{typed}”: a negative figure corrects a closed period, and is not imported. Take this line out.',
  'refusal.import-gone':
    'This preview is gone. Begin again: <c>/spreadsheet import</c>. Nothing will be added twice.',
  'refusal.import-done': 'It is added already: nothing is added twice.',
  'refusal.import-left':
    'Somebody in the table is not a member any more. Begin again: <c>/spreadsheet import</c> will say who.',
  'refusal.import-nothing-yours': 'Nothing of this import waits for you in {name} any more.',
} as const;
