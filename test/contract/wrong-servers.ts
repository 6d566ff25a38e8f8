// Servers that are right but for one mistake, as people make them. Each names
// the rules that have to find it out.
import {wrongOthers} from './wrong/others.js';
import {wrongReading} from './wrong/reading.js';
import type {WrongServer} from './wrong/spoil.js';
import {wrongWriting} from './wrong/writing.js';

/** `token` is the moderators'. */
export const wrongServers = (token: string): readonly WrongServer[] => [
  ...wrongReading,
  ...wrongWriting,
  ...wrongOthers(token),
];
