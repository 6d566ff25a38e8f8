interface WithYield {
  readonly scheduler?: {yield?(): Promise<void>};
}

/** Lets the browser paint and answer the reader before a long piece of work goes on. */
export function yieldThread(): Promise<void> {
  // Proof: `scheduler` is only read, and may be absent.
  const scheduler = (globalThis as WithYield).scheduler;
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
