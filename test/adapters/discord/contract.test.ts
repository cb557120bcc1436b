import { contractSuite } from '../contract/suite.js';
import { discordDriver } from './driver.js';

contractSuite('discord', async () => (await discordDriver()).driver);
