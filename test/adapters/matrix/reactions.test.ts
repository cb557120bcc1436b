import { reactionsSuite } from '../contract/reactions.js';
import { matrixDriver } from './driver.js';

reactionsSuite('matrix', () => matrixDriver());
