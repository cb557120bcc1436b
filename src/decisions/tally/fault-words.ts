import type { Localised } from '../../kernel/locale.js';
import type { FaultCode } from '../methods/faults.js';

type FaultWords = Readonly<Record<FaultCode, string>>;

const fr: FaultWords = {
  missing: 'il manque ici une valeur.',
  'missing-one-of': 'il manque ici une valeur, parmi : {allowed}.',
  'unknown-key': 'cette clé n’est pas prévue ici ; celles qui le sont : {known}.',
  'unknown-method': '{found} n’est pas une façon de compter connue ; au choix : {allowed}.',
  'not-object': 'il faut ici un objet entre accolades, pas {found}.',
  'not-list': 'il faut ici une liste entre crochets, pas {found}.',
  'not-text': 'il faut ici un texte entre guillemets, pas {found}.',
  'not-flag': 'il faut ici true ou false, pas {found}.',
  'not-whole': 'il faut ici un nombre entier, {least, number} ou plus, pas {found}.',
  'not-one-of': '{found} n’est pas prévu ici ; au choix : {allowed}.',
  'too-many': 'il y en a {count, number} ; la limite est {limit, number}.',
  'options-twice': '« candidates » et « options » disent la même chose : gardez l’une des deux.',
  'options-not-taken': 'cette façon de compter n’a pas d’options : retirez-les.',
  'option-unreadable': 'cette option n’a pas de nom visible.',
  'option-too-long': 'ce nom fait {count, number} caractères ; la limite est {limit, number}.',
  'option-again': 'cette option est déjà donnée en {first}.',
  'bad-weight':
    '{found} ne se lit pas comme un poids : un nombre positif ou nul, écrit 2, "1.5" ou "1/3", de 30 chiffres au plus ; au-delà de 15 chiffres, entre guillemets.',
  'weights-too-fine':
    'avec {found}, les poids du fichier n’ont plus de dénominateur commun raisonnable : arrondissez-les à quelques décimales.',
  'bad-voter': 'il faut ici un nom ou un numéro, pas {found}.',
  'voter-again': '{found} a déjà un bulletin en {first}.',
  'block-without-reason': 'un blocage a besoin d’une raison : dites-la ici.',
  'state-without-objection': 'seule une objection a un état : retirez-le.',
  'bad-quorum':
    '{found} ne se lit pas comme un quorum : un nombre de voix (10) ou une part ("1/2", "50%").',
  'quorum-without-electorate':
    'le quorum est une part : dites combien de personnes peuvent voter, sous « electorate ».',
  'bad-threshold':
    '{found} ne se lit pas comme un seuil : « majority », ou une part au-dessus de 0 et jusqu’à 1 ("2/3", "75%").',
  'strict-majority':
    'la majorité est toujours plus de la moitié ; pour au moins la moitié, écrivez le seuil "1/2".',
  'strict-whole': 'personne ne peut dépasser la totalité des voix : retirez « strict ».',
  'choice-twice': '« choice » et « choices » sont donnés ensemble : gardez l’un des deux.',
  'unknown-choice': '{found} n’est pas une des options.',
  'choice-again': '{found} est déjà choisi sur ce bulletin.',
  'too-many-choices':
    '{count, number} options choisies ; {max, plural, one {une seule est permise} other {# au plus sont permises}} (« max » dans la règle).',
  'more-faults':
    '{count, plural, one {et # autre défaut encore} other {et # autres défauts encore}}.',
  'json-empty': 'le fichier est vide.',
  'json-end': 'ligne {line, number}, colonne {column, number} : le fichier s’arrête avant la fin.',
  'json-unexpected':
    'ligne {line, number}, colonne {column, number} : « {found} » n’est pas attendu ici.',
  'json-control':
    'ligne {line, number}, colonne {column, number} : le caractère {found} ne peut pas être dans un texte ; un guillemet manque peut-être avant.',
  'json-escape':
    'ligne {line, number}, colonne {column, number} : ce texte contient une barre oblique inverse que rien n’explique.',
  'json-deep':
    'ligne {line, number}, colonne {column, number} : plus de {limit, number} niveaux imbriqués.',
  'json-key-again':
    'ligne {line, number}, colonne {column, number} : la clé {key} est déjà donnée.',
  'json-number':
    'ligne {line, number}, colonne {column, number} : {found} ne peut pas être lu exactement ; mettez-le entre guillemets.',
};

const en: FaultWords = {
  missing: 'a value is missing here.',
  'missing-one-of': 'a value is missing here, one of: {allowed}.',
  'unknown-key': 'this key is not expected here; those that are: {known}.',
  'unknown-method': '{found} is not a known way to count; one of: {allowed}.',
  'not-object': 'an object in braces is needed here, not {found}.',
  'not-list': 'a list in brackets is needed here, not {found}.',
  'not-text': 'a text in quotes is needed here, not {found}.',
  'not-flag': 'true or false is needed here, not {found}.',
  'not-whole': 'a whole number, {least, number} or more, is needed here, not {found}.',
  'not-one-of': '{found} is not expected here; one of: {allowed}.',
  'too-many': 'there are {count, number}; the limit is {limit, number}.',
  'options-twice': '“candidates” and “options” say the same thing: keep one of them.',
  'options-not-taken': 'this way to count has no options: remove them.',
  'option-unreadable': 'this option has no name that can be seen.',
  'option-too-long': 'this name has {count, number} characters; the limit is {limit, number}.',
  'option-again': 'this option is already given at {first}.',
  'bad-weight':
    '{found} cannot be read as a weight: a number, zero or more, written 2, "1.5" or "1/3", of at most 30 digits; beyond 15 digits, in quotes.',
  'weights-too-fine':
    'with {found}, the weights of this file no longer have a reasonable common denominator: round them to a few decimals.',
  'bad-voter': 'a name or a number is needed here, not {found}.',
  'voter-again': '{found} already has a ballot at {first}.',
  'block-without-reason': 'a block needs a reason: say it here.',
  'state-without-objection': 'only an objection has a state: remove it.',
  'bad-quorum':
    '{found} cannot be read as a quorum: a number of votes (10) or a share ("1/2", "50%").',
  'quorum-without-electorate':
    'the quorum is a share: say how many people may vote, under “electorate”.',
  'bad-threshold':
    '{found} cannot be read as a threshold: “majority”, or a share above 0 and up to 1 ("2/3", "75%").',
  'strict-majority':
    'a majority is always more than half; for at least half, write the threshold "1/2".',
  'strict-whole': 'nobody can go beyond all the votes: remove “strict”.',
  'choice-twice': '“choice” and “choices” are given together: keep one of them.',
  'unknown-choice': '{found} is not one of the options.',
  'choice-again': '{found} is already chosen on this ballot.',
  'too-many-choices':
    '{count, number} options chosen; {max, plural, one {only one is allowed} other {at most # are allowed}} (“max” in the rule).',
  'more-faults': '{count, plural, one {and # more fault} other {and # more faults}}.',
  'json-empty': 'the file is empty.',
  'json-end': 'line {line, number}, column {column, number}: the file stops before its end.',
  'json-unexpected':
    'line {line, number}, column {column, number}: “{found}” is not expected here.',
  'json-control':
    'line {line, number}, column {column, number}: the character {found} cannot be inside a text; a quote may be missing before it.',
  'json-escape':
    'line {line, number}, column {column, number}: this text has a backslash that means nothing.',
  'json-deep':
    'line {line, number}, column {column, number}: more than {limit, number} levels deep.',
  'json-key-again': 'line {line, number}, column {column, number}: the key {key} is already given.',
  'json-number':
    'line {line, number}, column {column, number}: {found} cannot be read exactly; put it in quotes.',
};

export const faultWords: Localised<FaultWords> = { fr, en };
