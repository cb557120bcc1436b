import type { Command } from '../registry/command.js';
import * as attach from './commands/attach.js';
import * as curate from './commands/curate.js';
import * as digest from './commands/digest.js';
import * as edit from './commands/edit.js';
import * as editions from './commands/editions.js';
import * as feeds from './commands/feeds.js';
import * as giving from './commands/giving.js';
import * as read from './commands/read.js';
import * as search from './commands/search.js';
import * as share from './commands/share.js';
import * as sign from './commands/sign.js';
import * as themes from './commands/themes.js';
import * as value from './commands/value.js';

/** What people can say about the veille, the everyday gestures first. */
export const veilleCommands: readonly Command[] = [
  share.add,
  read.list,
  search.search,
  read.show,
  read.themes,
  value.useful,
  value.read,
  value.notForUs,
  value.unmark,
  value.comment,
  value.dig,
  value.unremark,
  value.tag,
  value.untag,
  curate.classify,
  curate.accept,
  share.unshare,
  share.reread,
  curate.promote,
  curate.demote,
  curate.merge,
  curate.split,
  curate.retract,
  curate.restore,
  sign.sign,
  sign.unsign,
  sign.gather,
  digest.digest,
  digest.undigest,
  digest.later,
  feeds.follow,
  feeds.follows,
  feeds.stop,
  feeds.resume,
  feeds.adjust,
  feeds.importFeeds,
  feeds.exportFeeds,
  editions.list,
  editions.show,
  edit.begin,
  edit.add,
  edit.annotate,
  edit.order,
  edit.remove,
  edit.rewrite,
  edit.publish,
  edit.withdraw,
  edit.drop,
  themes.nameCurator,
  themes.removeCurator,
  themes.rename,
  attach.attach,
  attach.detach,
  giving.outlets,
  giving.address,
  giving.publish,
  giving.addressEditions,
  giving.publishEditions,
  giving.renewOutlet,
  giving.closeOutlet,
  giving.shown,
];
