import type { AgreementId } from '../../../src/kernel/ids.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { type Agreement, HOLDS } from '../../../src/mediation/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { choice } from '../../registry/param.js';
import { text } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { drawingFor, quietView } from '../drawing.js';
import { agreementRef } from '../params.js';
import { agreementsView, agreementView } from '../views/agreement.js';

const shown = async (context: Context, done: Result<Agreement>): Promise<Result<View>> =>
  done.ok ? ok(agreementView(await drawingFor(context), done.value, context.member.id)) : done;

const named = (agreement: AgreementId | null): Result<AgreementId> =>
  agreement ? ok(agreement) : refuse('agreement-unknown');

export const agreements = command({
  id: 'mediation.agreements',
  params: {},
  async run(context) {
    const { services, community, member } = context;
    const own = await services.mediation.agreements(community.id, member.id);
    return ok(agreementsView(await drawingFor(context), own));
  },
});

export const agreement = command({
  id: 'mediation.agreement',
  params: { agreement: agreementRef() },
  hidden: true,
  async run(context, { agreement: which }) {
    const id = named(which);
    if (!id.ok) return id;
    const { services, community, member } = context;
    return shown(context, await services.mediation.agreement(community.id, member.id, id.value));
  },
});

export const hold = command({
  id: 'mediation.hold',
  params: {
    agreement: agreementRef(),
    holds: choice(HOLDS, (one, { locale }: Context) => say(locale, `mediation.holds.${one}`)),
  },
  hidden: true,
  async run(context, { agreement: which, holds }) {
    const id = named(which);
    if (!id.ok) return id;
    const { services, cause } = context;
    return shown(context, await services.mediation.answerFollowUp(cause, id.value, holds));
  },
});

export const tell = command({
  id: 'mediation.tell',
  params: { agreement: agreementRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async run(context, { agreement: which }) {
    const id = named(which);
    if (!id.ok) return id;
    return shown(context, await context.services.mediation.tellAnswer(context.cause, id.value));
  },
});

export const drop = command({
  id: 'mediation.drop',
  params: { agreement: agreementRef() },
  private: true,
  confidential: true,
  confirm: true,
  hidden: true,
  async run(context, { agreement: which }) {
    const id = named(which);
    if (!id.ok) return id;
    const { services, cause, locale } = context;
    const done = await services.mediation.dropAgreement(cause, id.value);
    if (!done.ok) return done;
    return ok(
      quietView({
        title: [say(locale, 'mediation.dropped.title')],
        blocks: [text(say(locale, 'mediation.dropped'))],
      }),
    );
  },
});
