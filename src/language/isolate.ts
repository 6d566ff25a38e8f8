/**
 * A value for a place without markup: it cannot turn what stands beside it
 * (RTL.md B6). Its own isolates go: an end too many would end this one.
 */
export const isolate = (value: string): string => `\u2068${value.replace(/[\u2066-\u2069]/g, '')}\u2069`;
