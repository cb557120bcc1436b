import type { Localised } from '../../kernel/locale.js';
import { beware, type Finding, right, wrong } from './finding.js';

/** Slack refuses what is signed five minutes away from its own time, and so do we. */
const MOST_S = { atEase: 30, toWork: 300 };

/** @param skewsMs how far the clock of each network that answered is ahead of ours. */
export function checkClock(skewsMs: readonly number[]): Finding {
  const [nearest] = skewsMs.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  if (nearest === undefined) return UNCHECKED;
  const seconds = Math.round(Math.abs(nearest) / 1000);
  if (seconds <= MOST_S.atEase) return right(ON_TIME);
  const finding = seconds <= MOST_S.toWork ? beware : wrong;
  return finding(off(seconds, nearest > 0), SET_IT);
}

const ON_TIME: Localised<string> = {
  fr: 'Horloge : à l’heure.',
  en: 'Clock: on time.',
};

const UNCHECKED = beware(
  {
    fr: 'Horloge : pas vérifiée, aucun réseau n’a donné l’heure.',
    en: 'Clock: not checked, no network told the time.',
  },
  {
    fr: 'Corrigez d’abord ce qui empêche de les joindre, puis recommencez.',
    en: 'First correct what keeps them out of reach, then try again.',
  },
);

const off = (seconds: number, late: boolean): Localised<string> => ({
  fr: `Horloge : ${late ? 'en retard' : 'en avance'} de ${seconds} secondes sur celle des réseaux.`,
  en: `Clock: ${seconds} seconds ${late ? 'behind' : 'ahead of'} that of the networks.`,
});

const SET_IT: Localised<string> = {
  fr: 'Mettez cette machine à l’heure : timedatectl set-ntp true',
  en: 'Set the time of this machine: timedatectl set-ntp true',
};
