/** Properties that a form has in common with the element around it, which hands them on. */
export const sharedProperties = [
  'backend',
  'endpoint',
  'site',
  'thread',
  'fields',
  'minLength',
  'maxLength',
  'noRules',
  'agreeRules',
  'rulesVersion',
  'agreePrivacy',
  'privacyUrl',
  'noRemember',
  'headingLevel',
  'theme',
  'markup',
  'credentials',
  'numerals',
  'calendar',
  'strings',
  'blockedWords',
  'headers',
  'challenge',
] as const;

/** The shared properties of `element` with their values. */
export function pickShared(
  element: Readonly<Record<(typeof sharedProperties)[number], unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(sharedProperties.map((name) => [name, element[name]]));
}
