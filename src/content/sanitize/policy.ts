import type {Config} from 'dompurify';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** Not yet in TypeScript's library. */
interface WithTrustedTypes {
  readonly trustedTypes?: {
    createPolicy?(name: string, rules: Readonly<Record<string, (input: string) => string>>): Policy;
  };
}

/** Undefined: not asked yet. */
let policy: Policy | null | false | undefined;

/**
 * The widget's one policy, made when it is first needed. Null where the engine
 * knows no Trusted Types, false where the page's security policy forbids it.
 * Only `purify` uses it; it never leaves this folder.
 */
export function trustedPolicy(): Policy | null | false {
  if (policy !== undefined) return policy;
  // Proof: `trustedTypes` is only read, and may be absent.
  const {trustedTypes} = window as WithTrustedTypes;
  if (!trustedTypes?.createPolicy) return (policy = null);
  try {
    policy = trustedTypes.createPolicy('taaliq', {
      createHTML: (html) => html,
      createScriptURL() {
        throw new TypeError('Taaliq makes no script addresses.');
      },
    });
  } catch {
    // Not on the page's list, or made before by another copy: there is another way without it.
    policy = false;
  }
  return policy;
}
