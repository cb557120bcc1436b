import type { Localised } from '../../kernel/locale.js';
import { type Reply, Unreached } from './ask.js';
import { beware, type Finding, INTERNET, wrong } from './finding.js';

/** How a network stands, and how far its clock is ahead of ours. */
export interface NetworkReport {
  readonly findings: readonly Finding[];
  /** `null` when it did not answer, or did not say. */
  readonly skewMs: number | null;
}

/** Tells what stops a check in its middle. */
export class Stopped extends Error {
  constructor(readonly finding: Finding) {
    super(finding.said.en);
    this.name = 'Stopped';
  }
}

/** Runs the checks of one network; what stops them is the last finding. */
export async function reportOf(
  name: string,
  check: (found: (finding: Finding) => void, heard: (reply: Reply) => Reply) => Promise<void>,
  setting?: string,
): Promise<NetworkReport> {
  const findings: Finding[] = [];
  let skewMs: number | null = null;
  const heard = (reply: Reply): Reply => {
    skewMs ??= reply.skewMs;
    if (reply.status === 429) throw new Stopped(limited(name));
    if (reply.status >= 500) throw new Stopped(ill(name, reply.status));
    return reply;
  };
  try {
    await check((finding) => findings.push(finding), heard);
  } catch (error) {
    if (error instanceof Stopped) findings.push(error.finding);
    else if (error instanceof Unreached) findings.push(away(name, error.code, setting));
    else throw error;
  }
  return { findings, skewMs };
}

const away = (name: string, code: string, setting?: string): Finding =>
  wrong(
    { fr: `${name} ne répond pas (${code}).`, en: `${name} does not answer (${code}).` },
    setting === undefined ? INTERNET : checkAddress(setting),
  );

const checkAddress = (setting: string): Localised<string> => ({
  fr: `Vérifiez ${setting}, et que cette machine a accès à ce serveur.`,
  en: `Check ${setting}, and that this machine has access to that server.`,
});

const limited = (name: string): Finding =>
  beware(
    { fr: `${name} demande d’attendre avant d’autres essais.`, en: `${name} asks to wait.` },
    { fr: 'Recommencez dans quelques minutes.', en: 'Try again in a few minutes.' },
  );

const ill = (name: string, status: number): Finding =>
  wrong(
    { fr: `${name} est en panne (HTTP ${status}).`, en: `${name} is down (HTTP ${status}).` },
    { fr: 'Recommencez dans quelques minutes.', en: 'Try again in a few minutes.' },
  );
