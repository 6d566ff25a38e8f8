import {serve, type Answer, type Served} from './serve.js';

/** The policy that the widget must work under, exactly. */
export const policyFor = (bundle: string, backend: string): string =>
  `default-src 'none'; script-src ${bundle}; style-src 'none'; img-src 'none'; connect-src ${backend}; ` +
  `font-src 'none'; media-src 'none'; frame-src 'none'; worker-src 'none'; object-src 'none'; base-uri 'none'; ` +
  `form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html taaliq`;

/** Writes down what a page must not have. It is the first script, from the bundle's own host. */
const probe = `
  window.probe = {violations: [], errors: [], shifts: 0};
  document.addEventListener('securitypolicyviolation', (event) => {
    // Some engines look for the site's icon by themselves, and say so here.
    if (event.blockedURI === location.origin + '/favicon.ico') return;
    probe.violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
  addEventListener('error', (event) => probe.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => probe.errors.push(String(event.reason)));
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) probe.shifts += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
`;

export interface Probe {
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  readonly shifts: number;
}

declare global {
  interface Window {
    readonly probe: Probe;
  }
}

const probeAnswer: Answer = {body: probe, type: 'text/javascript'};

/** The bundle on a host of its own, with the probe beside it; `answers` come before its files. */
export const serveBundle = (
  answers: (path: string) => Answer | undefined = () => undefined,
): Promise<Served> =>
  serve(
    (path) => (path === '/probe.js' ? probeAnswer : answers(path)),
    // Another name of the same machine is another site.
    {folder: 'dist', host: 'localhost'},
  );

export interface PageParts {
  readonly bundle: string;
  readonly head?: string;
  readonly body: string;
  /** Sent as the page's policy; none if left out. */
  readonly policy?: string;
}

/** An article in Arabic with something above and below the place of the comments. */
export function article({bundle, head = '', body, policy}: PageParts): Answer {
  return {
    headers: policy ? {'content-security-policy': policy} : {},
    body: `<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>مقال</title>
    ${head}
    <script src="${bundle}/probe.js"></script>
  </head>
  <body>
    <h1>مقال</h1>
    <p>فقرة من المقال.</p>
    ${body}
    <footer>آخر الصفحة</footer>
  </body>
</html>`,
  };
}
