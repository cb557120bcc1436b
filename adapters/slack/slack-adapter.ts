import { App } from '@slack/bolt';
import type { Adapter } from '../contract.js';
import { createDesk } from './desk.js';
import { createDoor } from './doors.js';
import { SlackRefused } from './errors.js';
import { listen } from './listen.js';
import { asText, sdkLogger } from './logger.js';
import { createOutgoing } from './outgoing.js';
import { createPrivateRooms } from './private-rooms.js';
import { isSocket, type SlackParts } from './types.js';
import { checkToken, createWorkspaces } from './workspaces.js';

/** Slack lets a message be changed about once a second (tier 3: 50 a minute, with bursts). */
const EDIT_EVERY_MS = 1_200;

export interface SlackAdapter extends Adapter {
  /** Waits until everything that was acknowledged has been answered. */
  settled(): Promise<void>;
}

/**
 * ECC on Slack. `start` rejects with {@link SlackRefused} when Slack refuses its tokens; when
 * Slack is out of reach it goes on trying in the background.
 */
export function createSlackAdapter(parts: SlackParts): SlackAdapter {
  const { config, log } = parts;
  const workspaces = createWorkspaces(parts);
  const door = createDoor(parts);
  const desk = createDesk(parts, workspaces);
  const app = new App({
    receiver: door.receiver,
    // With OAuth the receiver's installer brings its own.
    ...(isSocket(config) && { authorize: ({ teamId }) => workspaces.authorize(teamId) }),
    logger: sdkLogger(log),
    convoStore: false,
  });
  app.error(async (error) => {
    log.error({ error: asText(error) }, 'something from Slack could not be worked on');
  });
  listen(app, desk, parts);

  return {
    platform: 'slack',
    editEveryMs: EDIT_EVERY_MS,
    settled: desk.settled,
    privateRooms: createPrivateRooms(workspaces),
    ...createOutgoing({ workspaces, log }),
    async start() {
      if (isSocket(config)) {
        try {
          await checkToken(workspaces);
        } catch (error) {
          if (error instanceof SlackRefused) throw error;
          log.warn({ error: asText(error) }, 'Slack is out of reach for now');
        }
      }
      await door.open();
    },
    async stop() {
      await door.close();
      await desk.settled();
    },
  };
}
