/** On every link that a reader set: it earns nothing, opens beside the page, and tells no more than the site. */
export const linkAttributes = {
  rel: 'nofollow ugc noopener',
  target: '_blank',
  referrerpolicy: 'strict-origin',
} as const;
