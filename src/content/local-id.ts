const prefix = 'local-';

/** Id of a comment that was accepted by a server that did not say which one it made. */
export const toLocalId = (key: string): string => prefix + key;

/** Whether the server knows no such comment: it cannot be answered or liked before the list is fetched again. */
export const isLocalId = (id: string): boolean => id.startsWith(prefix);
