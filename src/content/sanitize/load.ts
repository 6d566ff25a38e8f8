type Sanitizer = typeof import('./sanitize.js');

let loading: Promise<Sanitizer> | undefined;
let failed = false;

// Engines remember that an import() failed: the second try needs another address.
const load = (): Promise<Sanitizer> => (failed ? import('./sanitize.js?retry') : import('./sanitize.js'));

/** Brings in what makes HTML safe. Rejects when it cannot be loaded; calling again tries again. */
export function loadSanitizer(): Promise<Sanitizer> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    failed = !failed;
    throw error;
  });
  return loading;
}
