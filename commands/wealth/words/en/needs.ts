/** What ECC says of needs, and of the rule that uses them. */
export const needs = {
  'share.rule.needs': 'needs first',
  'share.about.needs':
    'Needs first: each need said in euros is answered, then the rest is shared ({rest}). If needs ask for more than there is, each is answered in the same proportion.',
  'share.line.needs': '{name}: {amount}, their need if they said one, then their part of the rest.',
  'share.line.needs.short':
    '{name}: {amount}, for a need answered in part: together, they ask for more than there is.',
  'share.needs':
    'Needs first, then the rest ({rest}): these amounts are worked out only when who holds the context proposes them for decision, in front of everybody. To say a need, privately: <c>/sharing need {name}</c>',
  'share.need': 'Say my need',
  'need.title': 'Needs for {name}',
  'need.done': 'Your need for {name} is kept.',
  'need.own': 'Your need',
  'need.own.none': 'You have said nothing of your need.',
  'need.of': 'What {name} confides to you',
  'need.readers': 'May read it: {names}. Nobody else.',
  'need.readers.none': 'Nobody but you can read it.',
  'need.rule':
    'It is encrypted, and can be erased at any time. Only the amount is used, by one rule: “needs first”. Proposed for decision, it shows everybody what each one would receive, and so lets needs be guessed.',
  'need.say': 'Say my need',
  'need.change': 'Change',
  'need.erase': 'Erase',
  'need.erased': 'Your need for {name} is erased.',
  'need.erased.what':
    'It is used for nothing any more and cannot be read, not even in a copy. Amounts already proposed for decision stay what they are.',

  'command.wealth.need': 'sharing need',
  'command.wealth.need.help': 'Say privately what you need from a sharing',
  'command.wealth.need.title': 'Your need',
  'command.wealth.need.intro':
    'Encrypted, read only by whom you choose, erased whenever you wish. The amount is used only by the rule “needs first”. If who holds the context proposes it for decision, what each one would receive is shown to everybody: your need can be worked out from it, and that cannot be erased any more. Before that, nothing is shown.',
  'command.wealth.need.submit': 'Keep',
  'command.wealth.need.amount': 'amount',
  'command.wealth.need.amount.help': 'What you need, in euros: €150',
  'command.wealth.need.words': 'words',
  'command.wealth.need.words.help': 'If you want to say more to those you choose',
  'command.wealth.need.readers': 'read by',
  'command.wealth.need.readers.help': 'Who may read it: Alix, Camille. Nothing: nobody.',
  'command.wealth.needs': 'sharing needs',
  'command.wealth.needs.help': 'Your need, and those confided to you; only you see the page',
  'command.wealth.need-erase': 'sharing forget',
  'command.wealth.need-erase.help': 'Erase your need, for good',
  'command.wealth.share.rest': 'rest',
  'command.wealth.share.rest.help': 'How what needs leave is shared; nothing: equal parts',

  'refusal.need-empty': 'Say an amount, words, or both.',
  'refusal.need-none': 'You have said nothing of your need here: there is nothing to erase.',
  'refusal.needs-outside':
    'Needs are said among those who take part in {name}. If you do: <c>/wealth join</c>.',
  'refusal.share-needs-bounds':
    '“Needs first” does not combine with a floor or a cap. Simulate again without them: <c>/wealth share</c>.',
  'refusal.share-needs-none':
    'Nobody has said a need in euros for {name}. Everyone can, privately: <c>/sharing need {name}</c>.',
  'refusal.share-needs-hidden':
    'What needs give is worked out only when who holds the context proposes it for decision, in front of everybody: <c>/sharing decide P-{number}</c>.',
} as const;
