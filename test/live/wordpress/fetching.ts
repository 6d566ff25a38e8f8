/** Runs `act` with another `fetch`. */
async function withFetch<Result>(
  replacement: (real: typeof fetch) => typeof fetch,
  act: () => Promise<Result>,
): Promise<Result> {
  const real = globalThis.fetch;
  globalThis.fetch = replacement(real);
  try {
    return await act();
  } finally {
    globalThis.fetch = real;
  }
}

/** What `act` asks of the server. */
export async function watch(act: () => Promise<unknown>): Promise<readonly {method: string; url: string}[]> {
  const asked: {method: string; url: string}[] = [];
  await withFetch(
    (real) => (input, init) => {
      asked.push({method: init?.method ?? 'GET', url: String(input)});
      return real(input, init);
    },
    act,
  );
  return asked;
}

/** The server takes what is posted, and its answer is lost on the way. */
export const losingAnswers = <Result>(act: () => Promise<Result>): Promise<Result> =>
  withFetch(
    (real) => async (input, init) => {
      const answer = await real(input, init);
      // An error of the API leads on to the form.
      if (init?.method === 'POST' && (answer.ok || answer.redirected)) throw new TypeError('reset');
      return answer;
    },
    act,
  );
