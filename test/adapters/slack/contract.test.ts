import { contractSuite } from '../contract/suite.js';
import { slackDriver } from './driver.js';

contractSuite('slack', slackDriver);
