import type { types } from '@slack/bolt';
import { act } from '../../commands/view/build.js';
import type { View } from '../../commands/view/view.js';
import { patiently } from './client.js';
import type { Desk, Sight } from './desk.js';
import { plain, titleBlocks } from './render/blocks.js';
import { LIMITS } from './render/limits.js';
import { resultBlocks } from './render/modal.js';
import type { Scene } from './scene.js';
import type { SlackParts } from './types.js';
import { slackWords } from './words.js';

/** Shows somebody their Home tab: their place in each community, and what waits for their voice. */
export async function showHome(
  eventId: string,
  sight: Sight,
  { desk, communitiesOf }: { desk: Desk } & Pick<SlackParts, 'communitiesOf'>,
): Promise<void> {
  const scene = await desk.sceneOf(sight);
  const views: View[] = [];
  for (const community of await communitiesOf(scene.speaker.userId)) {
    const request = { type: 'act', community, act: act('ecc.me') } as const;
    views.push(await desk.dispatch(`${eventId}:${community}`, scene, request));
  }
  await patiently(() =>
    scene.client.views.publish({
      user_id: scene.user,
      view: { type: 'home', blocks: homeBlocks(views, scene.locale) },
    }),
  );
}

/** As many whole communities as a Home tab holds; the others have `/ecc moi` in their channel. */
function homeBlocks(views: readonly View[], locale: Scene['locale']): types.KnownBlock[] {
  const words = slackWords[locale];
  const title: types.KnownBlock = { type: 'header', text: plain(words.homeTitle) };
  if (views.length === 0) {
    return [title, { type: 'section', text: plain(words.homeEmpty) }];
  }
  const blocks: types.KnownBlock[] = [title];
  for (const view of views) {
    const own = [...titleBlocks(view), ...resultBlocks(view)];
    if (blocks.length + own.length + 2 > LIMITS.viewBlocks) {
      blocks.push({ type: 'section', text: plain(words.homeMore) });
      break;
    }
    blocks.push({ type: 'divider' }, ...own);
  }
  return blocks;
}
