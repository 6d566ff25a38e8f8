type SendingCode = typeof import('./sending.js');

let loading: Promise<SendingCode> | undefined;
let failed = false;

// Engines remember that an import() failed: the second try needs another address.
const load = (): Promise<SendingCode> => (failed ? import('./sending.js?retry') : import('./sending.js'));

/** Brings in what is needed from the first focus on. Rejects when it cannot be loaded; calling again tries again. */
export function loadSending(): Promise<SendingCode> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    failed = !failed;
    throw error;
  });
  return loading;
}
