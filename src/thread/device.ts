/** Names of what the reader's device remembers of a conversation. Without them there is nothing to recall. */
export const deviceKeys = {held: 'taaliq:held', liked: 'taaliq:liked'} as const;
