export function safeLink(value: string, {mail = false}: {readonly mail?: boolean} = {}): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) || (mail && url.protocol === 'mailto:') ? url.href : null;
}
