import { withEnvFile } from '../../config/env-file.js';
import type { Env, Sentence } from '../../config/setting.js';
import { type Config, type ConfigResult, readConfig } from '../../config.js';
import { beware, type Finding, right, wrong } from './finding.js';

/** Every wrong setting, and what ECC would be told without them, so that the rest is checked too. */
export async function checkSettings(
  env: Env,
): Promise<{ readonly findings: readonly Finding[]; readonly config: Config }> {
  const file = await withEnvFile('.env', env);
  const read = readConfig(file.env);
  const faults = [...file.faults, ...(read.ok ? [] : read.faults)];
  const findings = [
    ...faults.map((fault) => wrong(fault, CORRECT)),
    ...read.warnings.map((warning) => beware(warning, SPELLING)),
  ];
  if (faults.length === 0) findings.unshift(right(ALL_RIGHT));
  return { findings, config: usable(file.env, read) };
}

/** What is left once all that a fault names is set aside. */
function usable(env: Env, read: ConfigResult): Config {
  if (read.ok) return read.config;
  const named = new Set(read.faults.flatMap(namesIn));
  const left = Object.fromEntries(Object.entries(env).filter(([name]) => !named.has(name)));
  const again = readConfig(left);
  if (!again.ok && Object.keys(left).length === Object.keys(env).length) {
    throw new Error('a fault names no setting');
  }
  return usable(left, again);
}

const namesIn = ({ en }: Sentence): string[] => en.match(/\b[A-Z]+(_[A-Z]+)+\b/g) ?? [];

const ALL_RIGHT = {
  fr: 'Réglages : tous conviennent.',
  en: 'Settings: all are right.',
};

const CORRECT = {
  fr: 'Corrigez-le dans .env ou dans l’environnement ; .env.example explique chaque réglage.',
  en: 'Correct it in .env or in the environment; .env.example explains each setting.',
};

const SPELLING = {
  fr: 'Corrigez le nom, ou ôtez la ligne : elle ne change rien.',
  en: 'Correct the name, or remove the line: it changes nothing.',
};
