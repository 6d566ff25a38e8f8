import {executeServerCommand} from '@web/test-runner-commands';

/** Only Chromium can be told what a reader's system asks for (test/support/emulate.mjs). */
export const canEmulate = 'userAgentData' in navigator;

type Wishes = Readonly<
  Partial<Record<'forced-colors' | 'prefers-color-scheme' | 'prefers-reduced-motion', string>>
> & {
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
};

/** What the system asks for from now on; nothing: what it really does. */
export const emulate = (wishes: Wishes = {}): Promise<unknown> => executeServerCommand('emulate', wishes);
