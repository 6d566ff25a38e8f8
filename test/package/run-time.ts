/** The packages of the lockfile, and those of them that run in a reader's page. */
import {readFileSync} from 'node:fs';

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

export const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({name: path.replace(/^.*node_modules\//, ''), locked}));

export const runTime = installed.filter(({locked: {dev, optional}}) => !dev && !optional);
