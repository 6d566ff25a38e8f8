type Fetch = typeof fetch;

/** Runs `act` with another `fetch`. */
async function withFetch<Result>(
  replacement: (real: Fetch) => Fetch,
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

/** What `act` asks of the server: method, path and query. */
export async function watch(act: () => Promise<unknown>): Promise<readonly string[]> {
  const asked: string[] = [];
  await withFetch(
    (real) => (input, init) => {
      const {pathname, search} = new URL(String(input));
      asked.push(`${init?.method ?? 'GET'} ${decodeURIComponent(pathname + search)}`);
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
      if (init?.method === 'POST') throw new TypeError('reset');
      return answer;
    },
    act,
  );

/** Node sends no origin and no referrer; a browser on that page would. */
export const onPage = <Result>(origin: string, act: () => Promise<Result>): Promise<Result> =>
  withFetch(
    (real) => (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('referer', `${origin}/`);
      return real(input, {...init, headers});
    },
    act,
  );
