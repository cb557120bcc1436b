import { reactionsSuite } from '../contract/reactions.js';
import { discordDriver } from './driver.js';

reactionsSuite('discord', async () => (await discordDriver()).driver);
