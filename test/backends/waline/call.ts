import type {BackendOptions} from '../../../src/backends/port.js';
import {optionsFor} from '../listen.js';
import {server} from './recorded.js';

export const options = (change?: Partial<BackendOptions>): BackendOptions => optionsFor(server, change);
