import {createIsso} from '../../../src/backends/isso/backend.js';
import {openAdapter} from '../call-adapter.js';

/** A backend and the Isso behind it. */
export const withIsso = openAdapter(createIsso, 'https://comments.example/isso/');
