import type {SafeStorage} from './port.js';

const place = 'taaliq:reader';

/** Where storage is forbidden, the key lives as long as the page. */
let inMemory: string | null = null;

function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // Version 4, variant 1; crypto.randomUUID is missing on pages served by plain http.
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * The random name under which a server counts this reader's likes. It is made
 * when it is first asked for and says nothing about the reader.
 */
export function readerKey(storage: SafeStorage): string {
  const kept = storage.get(place) ?? inMemory;
  if (kept && /^[\da-f-]{36}$/.test(kept)) return kept;
  inMemory = randomUuid();
  storage.set(place, inMemory);
  return inMemory;
}
