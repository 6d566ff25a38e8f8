export function cleanAddress(text: string): string {
  return text.replace(/\s+/g, '');
}
