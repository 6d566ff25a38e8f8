import {createArtalk} from '../../../src/backends/artalk/backend.js';
import {openAdapter} from '../call-adapter.js';
import {site} from './recorded.js';

/** A backend and the Artalk behind it. */
export const withArtalk = openAdapter(createArtalk, 'https://artalk.example/?timezone=Asia/Riyadh', site);
