import { decimal } from '../../../src/kernel/quantities/quantity.js';
import { measure } from './columns.js';
import type { ExportLine, Party } from './lines.js';

/** Names of the vocabularies: ValueFlows, and units of measure (OM 2). */
const CONTEXT = {
  vf: 'https://w3id.org/valueflows/ont/vf#',
  om2: 'http://www.ontology-of-units-of-measure.org/resource/om-2/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
};

/** Those that have a name everybody knows; a token keeps its own. */
const UNITS: Readonly<Record<string, string>> = {
  ...{ min: 'om2:minute-Time', cent: 'om2:euro', g: 'om2:kilogram' },
  ...{ J: 'om2:joule', m: 'om2:kilometre' },
};

const agent = (party: Party | null, context: string) =>
  party ? `urn:uuid:${party.id}` : `urn:ecc:context:${encodeURIComponent(context)}`;

/** A sharing is paid to several; an expense is laid out, then paid back. */
const partOf = ({ reference, to, expense }: ExportLine): string => {
  if (expense) return `#${expense.step}`;
  return reference.startsWith('P') ? `#${to?.id}` : '';
};

/** Economic events, agents and quantities as JSON-LD: for the other commons that speak ValueFlows. */
export function valueFlowsExport(lines: readonly ExportLine[], context: string): string {
  const parties = new Map<string, Party>();
  for (const { from, to } of lines) for (const one of [from, to]) if (one) parties.set(one.id, one);
  const measured = ({ amount, unit }: ExportLine) => {
    const { digits, name } = measure(unit);
    return {
      '@type': 'om2:Measure',
      'om2:hasNumericalValue': decimal(amount, digits),
      'om2:hasUnit': UNITS[unit] ?? `urn:ecc:unit:${encodeURIComponent(name)}`,
    };
  };
  const events = lines.map((line) => ({
    '@id': `urn:uuid:${line.id}${partOf(line)}`,
    '@type': 'vf:EconomicEvent',
    'vf:action': line.unit === 'min' ? 'vf:work' : 'vf:transfer',
    'vf:provider': agent(line.from, context),
    'vf:receiver': agent(line.to, context),
    'vf:hasPointInTime': line.day,
    [line.unit === 'min' ? 'vf:effortQuantity' : 'vf:resourceQuantity']: measured(line),
    ...(line.nature !== '' && { 'vf:resourceClassifiedAs': line.nature }),
    'vf:note': line.what,
    'rdfs:label': line.reference,
  }));
  const graph = [
    { '@id': agent(null, context), '@type': 'vf:Organization', 'rdfs:label': context },
    ...[...parties.values()].map((party) => ({
      ...{ '@id': agent(party, context), '@type': 'vf:Person', 'rdfs:label': party.name },
    })),
    ...events,
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}
