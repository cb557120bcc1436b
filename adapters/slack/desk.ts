import type { RespondFn } from '@slack/bolt';
import type { Invocation, Request } from '../../commands/registry/invocation.js';
import type { View } from '../../commands/view/view.js';
import { answer, askInvitation } from './answer.js';
import { attached, type SlackFile } from './files.js';
import { placeId } from './ids.js';
import { asText } from './logger.js';
import { createOnce } from './once.js';
import { createPeople } from './people.js';
import { createRooms } from './rooms.js';
import { type Channel, placeOf, type Scene } from './scene.js';
import type { SlackParts } from './types.js';
import type { Workspaces } from './workspaces.js';

/** What an event says of who acted and where. */
export interface Sight {
  readonly team: string;
  readonly user: string;
  /** What they are called if Slack says nothing more. */
  readonly name: string;
  readonly channel: Channel | null;
  readonly thread?: string | null;
  readonly trigger?: string | null;
  readonly respond?: RespondFn | null;
  readonly replaces?: boolean;
  readonly window?: string | null;
}

/** Takes what people ask to the registry, and the answer back to them. */
export interface Desk {
  /**
   * Acts on an event, once, then does what comes with it; a request that comes to `null` is none.
   * Never throws: what goes wrong is in the log.
   */
  handle(
    eventId: string,
    sight: Sight,
    request: Request | ((scene: Scene) => Promise<Request | null>),
    more?: { readonly after?: () => Promise<void>; readonly files?: readonly SlackFile[] },
  ): Promise<void>;
  /** What somebody is called there; their id when Slack does not say. */
  nameOf(scene: Scene, user: string): Promise<string>;
  /** An application, rather than a person. */
  isBot(scene: Scene): Promise<boolean>;
  sceneOf(sight: Sight): Promise<Scene>;
  dispatch(
    eventId: string,
    scene: Scene,
    request: Request,
    files?: Invocation['files'],
  ): Promise<View>;
  /** Runs what was acknowledged, so that stopping waits for it. */
  keep(work: () => Promise<void>): Promise<void>;
  /** Waits for everything that was acknowledged. */
  settled(): Promise<void>;
}

export function createDesk(
  { registry, clock, log }: Pick<SlackParts, 'registry' | 'clock' | 'log'>,
  workspaces: Workspaces,
): Desk {
  const people = createPeople({ clock, log });
  const rooms = createRooms({ clock, log });
  const isNew = createOnce();
  const running = new Set<Promise<void>>();

  const desk: Desk = {
    async sceneOf(sight) {
      const { team, user, name } = sight;
      const client = await workspaces.client(team);
      const [person, room] = await Promise.all([
        people.find(client, team, user, name),
        rooms.find(client, sight.channel),
      ]);
      const speaker = { userId: placeId(team, user), name: person.name, steward: person.steward };
      return {
        ...{ client, team, user, speaker, locale: person.locale, ...room },
        thread: sight.thread ?? null,
        trigger: sight.trigger ?? null,
        respond: sight.respond ?? null,
        replaces: sight.replaces ?? false,
        window: sight.window ?? null,
      };
    },
    dispatch(eventId, scene, request, files = []) {
      const { speaker, locale } = scene;
      const invocation: Invocation = {
        ...{ platform: 'slack', eventId, speaker, locale, request },
        ...{ place: placeOf(scene), files },
      };
      return registry.dispatch(invocation);
    },
    nameOf: async ({ client, team }, user) => (await people.find(client, team, user, user)).name,
    isBot: async ({ client, team, user }) => (await people.find(client, team, user, user)).bot,
    handle: (eventId, sight, asked, { after, files = [] } = {}) =>
      desk.keep(async () => {
        if (!isNew(eventId)) return;
        const scene = await desk.sceneOf(sight);
        const request = typeof asked === 'function' ? await asked(scene) : asked;
        if (request === null) return;
        const given = files.map((file) => attached(scene.client, null, file));
        await answer(scene, await desk.dispatch(eventId, scene, request, given), request);
        if (!scene.invited) await askInvitation(scene);
        await after?.();
      }),
    async keep(work) {
      const done = work().catch((error) => {
        log.error({ error: asText(error) }, 'an answer could not be shown on Slack');
      });
      running.add(done);
      await done;
      running.delete(done);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
  return desk;
}
