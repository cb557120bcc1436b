import { formatMoment } from '../../../src/kernel/dates/format.js';
import { ok, refuse } from '../../../src/kernel/result.js';
import { LIMITS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import { moment } from '../../registry/moment.js';
import { optional, text as textParam } from '../../registry/param.js';
import { drawingFor } from '../drawing.js';
import { findCase, onCase } from '../find.js';
import { caseRef, versionRef } from '../params.js';
import { agreementView } from '../views/agreement.js';
import { termsView } from '../views/terms.js';

/** When nobody says an hour. */
const MORNING = 9;

export const terms = command({
  id: 'mediation.terms',
  params: { case: caseRef() },
  hidden: true,
  run: onCase('terms', async (context, id) => {
    const { services, community, member } = context;
    const done = await services.mediation.terms(community.id, member.id, id);
    return done.ok ? ok(termsView(await drawingFor(context), done.value, member.id)) : done;
  }),
});

export const amend = command({
  id: 'mediation.amend',
  params: {
    case: caseRef(),
    wording: textParam(LIMITS.terms),
    followup: optional(moment(MORNING)),
  },
  private: true,
  confidential: true,
  confirm: true,
  async prepare(context, given) {
    const { services, community, member, locale, now } = context;
    const named = given.case ? await caseRef().parse(given.case, context) : ok(null);
    if (!named.ok) return named;
    const found = await findCase(context, named.value, 'amend');
    // Asked all the same, as every command is: what is wrong is said once it is sent.
    if (!found.ok) return ok({});
    const done = await services.mediation.terms(community.id, member.id, found.value);
    if (!done.ok) return done;
    const { terms: own } = done.value;
    const { zone } = community;
    const followup = own?.followAt ? formatMoment(own.followAt, { zone, locale, now }) : '';
    return ok(own ? { wording: own.text, followup } : {});
  },
  run: onCase('amend', async (context, id, { wording, followup }) => {
    const { services, cause, community, member } = context;
    const said = { text: wording, followAt: followup };
    const done = await services.mediation.amend(cause, id, said);
    if (!done.ok) return done;
    const own = await services.mediation.terms(community.id, member.id, id);
    return own.ok ? ok(termsView(await drawingFor(context), own.value, member.id)) : own;
  }),
});

export const confirm = command({
  id: 'mediation.confirm',
  params: { case: caseRef(), version: versionRef() },
  hidden: true,
  run: onCase('confirm', async (context, id, { version }) => {
    if (!version) return refuse('terms-changed');
    const { services, cause, community, member } = context;
    const done = await services.mediation.confirm(cause, id, version);
    if (!done.ok) return done;
    const drawing = await drawingFor(context);
    if (done.value) {
      const kept = await services.mediation.agreement(community.id, member.id, done.value);
      return kept.ok ? ok(agreementView(drawing, kept.value, member.id)) : kept;
    }
    const own = await services.mediation.terms(community.id, member.id, id);
    return own.ok ? ok(termsView(drawing, own.value, member.id)) : own;
  }),
});
