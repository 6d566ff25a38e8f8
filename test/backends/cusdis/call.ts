import {createCusdis} from '../../../src/backends/cusdis/backend.js';
import {openAdapter} from '../call-adapter.js';
import {appId, host} from './server.js';

/** A backend and the Cusdis behind it. */
export const withCusdis = openAdapter(createCusdis, host, appId);
