import type { InstallationStore } from '@slack/bolt';
import { createSlackAdapter } from '../../../../adapters/slack/slack-adapter.js';
import type { SlackConfig } from '../../../../adapters/slack/types.js';
import { commands } from '../../../../commands/commands.js';
import type { Invocation, Registry } from '../../../../commands/registry/invocation.js';
import { surfaceOf } from '../../../../commands/registry/surface.js';
import type { View } from '../../../../commands/view/view.js';
import { systemClock } from '../../../../src/kernel/clock.js';
import type { CommunityId } from '../../../../src/kernel/ids.js';
import { type SlackStandIn, slackStandIn } from '../../../platforms/slack/stand-in.js';
import { TOKENS } from '../../../platforms/slack/state.js';
import { logged } from '../../../support/log.js';

const NO_STORE: InstallationStore = {
  storeInstallation: async () => undefined,
  fetchInstallation: () => Promise.reject(new Error('nothing is installed')),
};

/** The adapter between a stand-in and a registry that answers what a test says. */
export async function bareSlack(
  given: {
    slack?: SlackStandIn;
    store?: InstallationStore;
    config?: (slack: SlackStandIn) => SlackConfig;
  } = {},
) {
  const slack = given.slack ?? (await slackStandIn());
  slack.state.triggerLivesMs = 30_000;
  const heard: Invocation[] = [];
  const log = logged();
  const communities: CommunityId[] = [];
  let reply = (_heard: Invocation): View | Promise<View> => {
    throw new Error('no answer was prepared');
  };
  const registry: Registry = {
    dispatch: async (invocation) => {
      heard.push(invocation);
      return reply(invocation);
    },
    complete: async () => [],
    offer: async () => [],
    arrive: async () => undefined,
    heeds: async () => null,
    surface: surfaceOf(commands),
  };
  const config: SlackConfig = given.config?.(slack) ?? {
    ...{ botToken: TOKENS.bot, appToken: TOKENS.app, apiUrl: slack.apiUrl },
  };
  const adapter = createSlackAdapter({
    ...{ registry, config, log, clock: systemClock, store: given.store ?? NO_STORE },
    communitiesOf: async () => communities,
  });
  return {
    ...{ slack, adapter, heard, log, communities, people: slack.people, state: slack.state },
    answer(view: View | ((heard: Invocation) => View | Promise<View>)): void {
      reply = typeof view === 'function' ? view : () => view;
    },
    /** What was acknowledged is answered in its own time. */
    async quiet(): Promise<void> {
      await new Promise((resolve) => setTimeout(resolve, 30));
      await adapter.settled();
    },
    async close(): Promise<void> {
      await adapter.stop();
      await slack.close();
    },
  };
}

export type BareSlack = Awaited<ReturnType<typeof bareSlack>>;
