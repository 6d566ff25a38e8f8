/** Cleans a comment's text. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** Whether nothing visible is left. */
export function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\p{M}\u0640\u2800]/gu, ''));
}
