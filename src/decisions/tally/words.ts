import type { Localised } from '../../kernel/locale.js';
import type { Outcome, StepCode } from '../methods/result.js';

/**
 * Each step in two lengths: `brief` for the result line of a card (empty: not told there), and
 * `full` for the working. ICU messages; a quantity `x` comes with `xN`, its size for plurals.
 */
interface Words {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly brief: Readonly<Record<StepCode, string>>;
  readonly full: Readonly<Record<StepCode, string>>;
}

const fr: Words = {
  outcome: {
    adopted: 'Adoptée',
    objections: 'Non adoptée',
    rejected: 'Rejetée',
    blocked: 'Bloquée',
    'no-quorum': 'Sans décision',
    'no-votes': 'Sans décision',
    decided: 'Choix fait',
    tie: 'Égalité',
  },
  brief: {
    'consent-votes':
      '{standing, plural, =0 {aucune objection maintenue} one {# objection maintenue} other {# objections maintenues}}, {consents, plural, one {# consentement} other {# consentements}}{integrated, plural, =0 {} one {, # objection intégrée} other {, # objections intégrées}}{withdrawn, plural, =0 {} one {, # objection retirée} other {, # objections retirées}}',
    'agreement-votes':
      '{agree} pour, {disagree} contre{blockN, plural, =0 {} one {, {block} blocage} other {, {block} blocages}}, {abstain} {abstainN, plural, one {abstention} other {abstentions}}',
    'choice-votes': '',
    'older-objections':
      '{count, plural, one {# objection sur un texte plus ancien} other {# objections sur un texte plus ancien}}',
    'older-blocks':
      '{count, plural, one {# blocage sur un texte plus ancien} other {# blocages sur un texte plus ancien}}',
    unconfirmed: '{count, plural, one {# vote non confirmé} other {# votes non confirmés}}',
    weightless: '',
    weighted: 'voix pondérées',
    'nothing-expressed': 'aucune voix exprimée',
    quorum:
      'quorum {needed, number} {met, select, yes {atteint} other {non atteint ({voices, plural, =0 {aucune voix} one {# voix} other {# voix}})}}',
    'quorum-share':
      'quorum {share} {met, select, yes {atteint} other {non atteint ({voices, number} voix sur {electorate, number})}}',
    threshold:
      'seuil {strict, select, yes {de plus de } other {}}{share} {met, select, yes {atteint} other {non atteint}}',
    majority: 'majorité {met, select, yes {atteinte} other {non atteinte}}',
    option: '',
    winner: '{labels}, {weight} voix',
    tie: '{labels}, {weight} voix pour chaque option',
  },
  full: {
    'consent-votes':
      '{standing, plural, =0 {Aucune objection maintenue} one {# objection maintenue} other {# objections maintenues}}, {consents, plural, one {# consentement} other {# consentements}}{integrated, plural, =0 {} one {, # objection intégrée} other {, # objections intégrées}}{withdrawn, plural, =0 {} one {, # objection retirée} other {, # objections retirées}}.',
    'agreement-votes':
      '{agree} pour, {disagree} contre{blockN, plural, =0 {} one {, {block} blocage} other {, {block} blocages}}, {abstain} {abstainN, plural, one {abstention} other {abstentions}}.',
    'choice-votes':
      '{count, plural, =0 {Aucun bulletin compté} one {# bulletin compté} other {# bulletins comptés}}{blank, plural, =0 {} one {, dont # blanc} other {, dont # blancs}} ; {max, plural, one {une option} other {# options}} au plus par bulletin.',
    'older-objections':
      '{count, plural, one {# objection porte sur un texte plus ancien : elle reste maintenue} other {# objections portent sur un texte plus ancien : elles restent maintenues}} tant que personne ne l’a levée.',
    'older-blocks':
      '{count, plural, one {# blocage porte sur un texte plus ancien : il reste posé} other {# blocages portent sur un texte plus ancien : ils restent posés}}.',
    unconfirmed:
      '{count, plural, one {# vote porte sur un texte plus ancien et n’a pas été confirmé : il n’est pas compté} other {# votes portent sur un texte plus ancien et n’ont pas été confirmés : ils ne sont pas comptés}}.',
    weightless:
      '{count, plural, one {# bulletin de poids 0, consultatif : il n’est pas compté} other {# bulletins de poids 0, consultatifs : ils ne sont pas comptés}}.',
    weighted:
      'Les voix n’ont pas toutes le même poids : {count, plural, one {# bulletin compté, de poids {weight}} other {# bulletins comptés, d’un poids total de {weight}}}.',
    'nothing-expressed': 'Aucune voix exprimée : il n’y a rien à décider.',
    quorum:
      'Quorum : {voices, plural, =0 {aucune voix comptée} one {# voix comptée} other {# voix comptées}}, il en faut {needed, number} : {met, select, yes {atteint} other {non atteint}}.',
    'quorum-share':
      'Quorum : {share} de {electorate, plural, one {# personne} other {# personnes}}, soit {needed, number} voix ; {voices, plural, =0 {aucune comptée} one {# comptée} other {# comptées}} : {met, select, yes {atteint} other {non atteint}}.',
    threshold:
      'Seuil : {agree} pour sur {expressed} {expressedN, plural, one {exprimée} other {exprimées}}, il faut {strict, select, yes {plus de} other {au moins}} {share} : {met, select, yes {atteint} other {non atteint}}.',
    majority:
      'Majorité : {agree} pour sur {expressed} {expressedN, plural, one {exprimée} other {exprimées}}, il faut plus de la moitié : {met, select, yes {atteinte} other {non atteinte}}.',
    option: '{rank, number}. {label} : {weight} voix.',
    winner: 'Le plus de voix : {labels} ({weight}).',
    tie: 'À égalité, {weight} voix pour chaque option : {labels}.',
  },
};

const en: Words = {
  outcome: {
    adopted: 'Adopted',
    objections: 'Not adopted',
    rejected: 'Rejected',
    blocked: 'Blocked',
    'no-quorum': 'No decision',
    'no-votes': 'No decision',
    decided: 'Decided',
    tie: 'Tie',
  },
  brief: {
    'consent-votes':
      '{standing, plural, =0 {no standing objection} one {# standing objection} other {# standing objections}}, {consents, plural, one {# consent} other {# consents}}{integrated, plural, =0 {} one {, # objection integrated} other {, # objections integrated}}{withdrawn, plural, =0 {} one {, # objection withdrawn} other {, # objections withdrawn}}',
    'agreement-votes':
      '{agree} for, {disagree} against{blockN, plural, =0 {} one {, {block} block} other {, {block} blocks}}, {abstain} {abstainN, plural, one {abstention} other {abstentions}}',
    'choice-votes': '',
    'older-objections':
      '{count, plural, one {# objection on an older text} other {# objections on an older text}}',
    'older-blocks':
      '{count, plural, one {# block on an older text} other {# blocks on an older text}}',
    unconfirmed: '{count, plural, one {# vote not confirmed} other {# votes not confirmed}}',
    weightless: '',
    weighted: 'weighted votes',
    'nothing-expressed': 'no vote expressed',
    quorum:
      'quorum {needed, number} {met, select, yes {reached} other {not reached ({voices, plural, =0 {no vote} one {# vote} other {# votes}})}}',
    'quorum-share':
      'quorum {share} {met, select, yes {reached} other {not reached ({voices, plural, one {# vote} other {# votes}} out of {electorate, number})}}',
    threshold:
      'threshold {strict, select, yes {of more than } other {}}{share} {met, select, yes {reached} other {not reached}}',
    majority: 'majority {met, select, yes {reached} other {not reached}}',
    option: '',
    winner: '{labels}, {weight} {weightN, plural, one {vote} other {votes}}',
    tie: '{labels}, {weight} {weightN, plural, one {vote} other {votes}} each',
  },
  full: {
    'consent-votes':
      '{standing, plural, =0 {No standing objection} one {# standing objection} other {# standing objections}}, {consents, plural, one {# consent} other {# consents}}{integrated, plural, =0 {} one {, # objection integrated} other {, # objections integrated}}{withdrawn, plural, =0 {} one {, # objection withdrawn} other {, # objections withdrawn}}.',
    'agreement-votes':
      '{agree} for, {disagree} against{blockN, plural, =0 {} one {, {block} block} other {, {block} blocks}}, {abstain} {abstainN, plural, one {abstention} other {abstentions}}.',
    'choice-votes':
      '{count, plural, =0 {No ballot counted} one {# ballot counted} other {# ballots counted}}{blank, plural, =0 {} other {, # of them blank}}; at most {max, plural, one {one option} other {# options}} on a ballot.',
    'older-objections':
      '{count, plural, one {# objection is on an older text: it stands} other {# objections are on an older text: they stand}} until lifted.',
    'older-blocks':
      '{count, plural, one {# block is on an older text: it stands} other {# blocks are on an older text: they stand}}.',
    unconfirmed:
      '{count, plural, one {# vote is on an older text and was not confirmed: it is not counted} other {# votes are on an older text and were not confirmed: they are not counted}}.',
    weightless:
      '{count, plural, one {# ballot of weight 0, advisory: it is not counted} other {# ballots of weight 0, advisory: they are not counted}}.',
    weighted:
      'Votes do not all weigh the same: {count, plural, one {# ballot counted, of weight {weight}} other {# ballots counted, of total weight {weight}}}.',
    'nothing-expressed': 'No vote expressed: there is nothing to decide.',
    quorum:
      'Quorum: {voices, plural, =0 {no vote counted} one {# vote counted} other {# votes counted}}, {needed, number} needed: {met, select, yes {reached} other {not reached}}.',
    'quorum-share':
      'Quorum: {share} of {electorate, plural, one {# person} other {# people}}, that is {needed, plural, one {# vote} other {# votes}}; {voices, number} counted: {met, select, yes {reached} other {not reached}}.',
    threshold:
      'Threshold: {agree} for out of {expressed} expressed, {strict, select, yes {more than} other {at least}} {share} needed: {met, select, yes {reached} other {not reached}}.',
    majority:
      'Majority: {agree} for out of {expressed} expressed, more than half needed: {met, select, yes {reached} other {not reached}}.',
    option: '{rank, number}. {label}: {weight} {weightN, plural, one {vote} other {votes}}.',
    winner: 'Most votes: {labels} ({weight}).',
    tie: 'Tied, {weight} {weightN, plural, one {vote} other {votes}} each: {labels}.',
  },
};

export const words: Localised<Words> = { fr, en };
