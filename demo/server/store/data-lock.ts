import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseError} from './database-error.js';

/**
 * Keeps a second server away from an embedded database, which would be ruined
 * by two. Gives the function that takes the lock away.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, {recursive: true});
  const path = join(folder, 'server.pid');
  const unlock = () => rmSync(path, {force: true});
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), {flag: 'wx'});
      return unlock;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(readFileSync(path, 'utf8'));
    if (runs(holder)) {
      throw new DatabaseError(
        `Another server (process ${holder}) uses ${folder}. If none does, delete ${path}.`,
      );
    }
    // Left behind by one that was killed.
    unlock();
  }
}

function runs(pid: number): boolean {
  // A restarted container gives the same number again.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
