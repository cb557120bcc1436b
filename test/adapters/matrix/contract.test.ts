import { contractSuite } from '../contract/suite.js';
import { matrixDriver } from './driver.js';

contractSuite('matrix', () => matrixDriver());
