import { fold } from '../../kernel/text.js';
import type { Country } from '../types.js';

/** Whom a number reaches. */
export type Help =
  | 'all'
  | 'police'
  | 'ambulance'
  | 'deaf'
  | 'violence'
  | 'suicide'
  | 'listening'
  | 'children';

export interface Emergency {
  readonly number: string;
  readonly help: Help;
}

const of = (number: string, help: Help): Emergency => ({ number, help });

/**
 * National numbers, the one for everything first, as commonly published. Each community should check
 * its own against:
 * FR service-public.gouv.fr (F33683, 3919, 3114, 119); BE 112.be, ecouteviolencesconjugales.be,
 * preventionsuicide.be, 103ecoute.be; CH ch.ch (emergency numbers), 143.ch, 147.ch; LU
 * 112.public.lu, police.public.lu, 454545.lu, kjt.lu; CA canada.ca (9-1-1), 988.ca,
 * kidshelpphone.ca; GB gov.uk (999 and 112), nationaldahelpline.org.uk, samaritans.org,
 * childline.org.uk; IE 112.ie, womensaid.ie, samaritans.org/ireland, childline.ie; US 911.gov,
 * 988lifeline.org, thehotline.org, childhelphotline.org.
 */
const NUMBERS: Readonly<Record<Country, readonly Emergency[]>> = {
  FR: [
    ...[of('112', 'all'), of('17', 'police'), of('15', 'ambulance'), of('114', 'deaf')],
    ...[of('3919', 'violence'), of('3114', 'suicide'), of('119', 'children')],
  ],
  BE: [
    ...[of('112', 'all'), of('101', 'police'), of('0800 30 030', 'violence')],
    ...[of('0800 32 123', 'suicide'), of('103', 'children')],
  ],
  CH: [
    ...[of('112', 'all'), of('117', 'police'), of('144', 'ambulance')],
    ...[of('143', 'listening'), of('147', 'children')],
  ],
  LU: [
    ...[of('112', 'all'), of('113', 'police'), of('45 45 45', 'listening')],
    of('116 111', 'children'),
  ],
  CA: [of('911', 'all'), of('988', 'suicide'), of('1-800-668-6868', 'children')],
  GB: [
    ...[of('999', 'all'), of('0808 2000 247', 'violence'), of('116 123', 'listening')],
    of('0800 1111', 'children'),
  ],
  IE: [
    ...[of('112', 'all'), of('1800 341 900', 'violence'), of('116 123', 'listening')],
    of('1800 66 66 66', 'children'),
  ],
  US: [
    ...[of('911', 'all'), of('1-800-799-7233', 'violence'), of('988', 'suicide')],
    of('1-800-422-4453', 'children'),
  ],
};

/** Without a country: 112 is reached from any mobile telephone on GSM networks (3GPP TS 22.101). */
const ANYWHERE: readonly Emergency[] = [of('112', 'all')];

export const numbersOf = (country: Country | null): readonly Emergency[] =>
  country ? NUMBERS[country] : ANYWHERE;

/** Zones of the time zone database, by country (zone1970.tab and backward). */
const ZONES: readonly (readonly [RegExp, Country])[] = [
  [
    /^Europe\/(Paris)$|^Indian\/(Reunion|Mayotte)$|^America\/(Martinique|Guadeloupe|Cayenne|Miquelon|St_Barthelemy|Marigot)$|^Pacific\/(Noumea|Tahiti|Marquesas|Gambier|Wallis)$/,
    'FR',
  ],
  [/^Europe\/Brussels$/, 'BE'],
  [/^Europe\/(Zurich|Busingen)$/, 'CH'],
  [/^Europe\/Luxembourg$/, 'LU'],
  [/^Europe\/(London|Belfast)$/, 'GB'],
  [/^Europe\/Dublin$/, 'IE'],
  [
    /^America\/(Toronto|Montreal|Vancouver|Winnipeg|Edmonton|Halifax|St_Johns|Regina|Moncton|Whitehorse|Yellowknife|Iqaluit|Glace_Bay|Goose_Bay|Inuvik|Dawson|Dawson_Creek|Creston|Swift_Current|Thunder_Bay|Nipigon|Rankin_Inlet|Resolute|Rainy_River|Cambridge_Bay|Fort_Nelson|Atikokan|Blanc-Sablon|Pangnirtung)$|^Canada\//,
    'CA',
  ],
  [
    /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Adak|Metlakatla|Yakutat|Menominee|Puerto_Rico|Kentucky\/\w+|Indiana\/\w+|North_Dakota\/\w+)$|^Pacific\/Honolulu$|^US\//,
    'US',
  ],
];

export const countryOf = (zone: string): Country | null =>
  ZONES.find(([pattern]) => pattern.test(zone))?.[1] ?? null;

/**
 * Words of danger, in both languages, whatever that of the room. Numbers shown for nothing harm
 * nobody; « coup de main » or « violon » alone do not show them.
 */
const DANGER =
  /\b(suicid\w*|en finir|me tuer|tue[rz]?|tues|tuera\w*|mourir|meurtr\w*|viole?e?s?|violer|violences?|violente?s?|agress\w*|frapp\w*|battu\w*|des coups|coups? de (?:poing|pied|couteau)|etrangl\w*|menac\w*|arme|armes|couteau|pistolet|fusil|en danger|peur pour (?:ma|sa) vie|harcel\w*|sequestr\w*|automutil\w*|kill\w*|die|dying|murder\w*|rap(?:e|ed|ist)|assault\w*|hit(?:s|ting)? (?:me|him|her|us|them)|beat(?:s|en|ing)?|strangl\w*|chok(?:e|ed|ing)|threat\w*|weapon\w*|gun|knife|in danger|fear for my life|stalk\w*|self[- ]?harm\w*|hurt(?:ing)? (?:myself|me)|violence|violent|abus(?:e|ed|es|ing|ive))\b/;

export const speaksOfDanger = (text: string): boolean => DANGER.test(fold(text));
