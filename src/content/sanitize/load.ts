export function loadSanitizer(): Promise<typeof import('./sanitize.js')> {
  return import('./sanitize.js');
}
