/** Characters of a comment when the page sets no limit. Apart from the others: the form at rest needs only this one. */
export const commentMax = 5_000;
