import { door, rememberTab } from './door.js';
import { room } from './room.js';

rememberTab();
door();
if (document.body.classList.contains('room')) room();
