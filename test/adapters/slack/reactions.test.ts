import { reactionsSuite } from '../contract/reactions.js';
import { slackDriver } from './driver.js';

reactionsSuite('slack', slackDriver);
