import { contractSuite } from '../contract/suite.js';
import { webDriver } from './driver.js';

contractSuite('web', webDriver);
