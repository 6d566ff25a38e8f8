/** Every element of a sanitized comment is one of these, and has no other attributes. */
export const tags: readonly string[] =
  'a abbr acronym b bdi blockquote br cite code del em hr i ins li ol p pre q s strike strong sub sup ul'.split(
    ' ',
  );
export const attributes: readonly string[] =
  'href title datetime dir rel target referrerpolicy lang translate'.split(' ');
