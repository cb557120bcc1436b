import { faultLine, resultLine, sentence, tallyJson } from '../decisions/tally/index.js';
import type { Locale } from '../kernel/locale.js';
import { cleanLine } from '../kernel/text.js';
import { type CliCommand, DONE, REFUSED, type Terminal } from './command.js';
import { MOST_MEBIBYTES, readInput } from './input.js';
import { cliWords } from './words.js';

/** `ecc tally <file.json>`: the result, then its working. The outcome is no exit code. */
export const tallyCommand: CliCommand = {
  help: {
    fr: `Utilisation\u00A0: ecc tally <fichier.json> [--json] [--lang fr|en]

Compte les bulletins d’un fichier, et dit le résultat puis comment il s’obtient.
L’export d’une décision est un tel fichier\u00A0: chacun·e peut recompter.
«\u00A0-\u00A0» lit l’entrée standard. --json donne le résultat pour un programme.

  { "method": "agreement",
    "ballots": [{ "vote": "agree" }, { "vote": "disagree", "weight": "1/2" }],
    "rule": { "quorum": 2, "threshold": "2/3" } }

Façons de compter (method), bulletins et règles\u00A0:
  consent    (consentement)  vote: consent, objection; state: standing, integrated, withdrawn
                             rule: quorum
  agreement  (accord)        vote: agree, abstain, disagree, block (avec reason)
                             rule: quorum, threshold ("majority", "2/3", "75%"), strict
  choice     (choix)         options: ["a", "b"]; choice: "a", ou choices: ["a", "b"]
                             rule: max, quorum
Tout bulletin peut porter weight, voter, reason, note et current (false\u00A0: sur un texte plus
ancien, non confirmé). Un quorum en part ("50%") demande electorate.

Code de sortie\u00A0: 0 compté, 2 fichier refusé, avec tous ses défauts.`,
    en: `Usage: ecc tally <file.json> [--json] [--lang fr|en]

Counts the ballots of a file, and says the result, then how it comes out.
The export of a decision is such a file: anybody can recount.
“-” reads standard input. --json gives the result for a program.

  { "method": "agreement",
    "ballots": [{ "vote": "agree" }, { "vote": "disagree", "weight": "1/2" }],
    "rule": { "quorum": 2, "threshold": "2/3" } }

Ways to count (method), ballots and rules:
  consent    vote: consent, objection; state: standing, integrated, withdrawn
             rule: quorum
  agreement  vote: agree, abstain, disagree, block (with reason)
             rule: quorum, threshold ("majority", "2/3", "75%"), strict
  choice     options: ["a", "b"]; choice: "a", or choices: ["a", "b"]
             rule: max, quorum
Any ballot may have weight, voter, reason, note and current (false: on an older text, not
confirmed). A quorum that is a share ("50%") needs electorate.

Exit code: 0 counted, 2 file refused, with all its faults.`,
  },

  async run(args, terminal, locale) {
    const words = cliWords[locale];
    const end = args.indexOf('--');
    const before = end < 0 ? args : args.slice(0, end);
    const isOption = (arg: string) => arg.startsWith('-') && arg !== '-';
    const unknown = before.filter((arg) => isOption(arg) && arg !== '--json');
    const files = [
      ...before.filter((arg) => !isOption(arg)),
      ...(end < 0 ? [] : args.slice(end + 1)),
    ];
    const [path] = files;

    for (const option of unknown) terminal.err(words.unknownOption(cleanLine(option)));
    if (path === undefined || files.length > 1) terminal.err(words.oneFile);
    if (path === undefined || files.length > 1 || unknown.length > 0) {
      terminal.err(this.help[locale].split('\n', 1).join(''));
      return REFUSED;
    }
    return count(path, { json: before.includes('--json'), terminal, locale });
  },
};

async function count(
  path: string,
  { json, terminal, locale }: { json: boolean; terminal: Terminal; locale: Locale },
): Promise<number> {
  const words = cliWords[locale];
  const shown = cleanLine(path);
  const input = await readInput(path, terminal.stdin);
  if ('fault' in input) {
    if (input.fault === 'unreadable') terminal.err(words.unreadable(shown, input.code));
    else if (input.fault === 'tooBig') terminal.err(words.tooBig(shown, MOST_MEBIBYTES));
    else terminal.err(words[input.fault](shown));
    return REFUSED;
  }

  const counted = tallyJson(input.text);
  if (!counted.ok) {
    terminal.err(words.notCounted(shown));
    for (const fault of counted.refusals) terminal.err(`  ${faultLine(fault, locale)}`);
    return REFUSED;
  }

  const { winners, ranking, outcome } = counted.value;
  const steps = counted.value.steps.map((step) => sentence(step, locale));
  if (json) terminal.out(JSON.stringify({ winners, ranking, outcome, steps }, null, 2));
  else {
    terminal.out(`${resultLine(counted.value, locale)}\n`);
    for (const step of steps) terminal.out(`- ${step}`);
  }
  return DONE;
}
