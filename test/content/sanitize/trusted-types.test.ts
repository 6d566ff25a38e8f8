import {expect} from '@open-wc/testing';

interface Outcome {
  readonly shown: string | null;
  readonly sent: string | null;
  /** Names of the policies that were asked for. */
  readonly policies: readonly string[];
  /** Directives that were violated. */
  readonly violations: readonly string[];
}

const hasTrustedTypes = 'trustedTypes' in window;
const hasSetHTML = 'setHTML' in Element.prototype;

/** Absolute: a page without an address of its own cannot resolve another. */
const sanitizer = new URL('/src/content/sanitize/sanitize.ts', location.href).href;

const html =
  '<p onclick="x">نص <img alt="🙂" src=x> <a href="https://example.com" name=y>رابط</a></p><script>z</script>';

/** Sanitizes in a page of its own, under that security policy. `first` runs before the sanitizer comes. */
async function sanitizeUnder(policy: string, first = ''): Promise<Outcome> {
  const frame = document.createElement('iframe');
  const done = new Promise<Outcome>((resolve, reject) => {
    Object.assign(frame, {report: (json: string) => resolve(JSON.parse(json) as Outcome), fail: reject});
  });
  frame.srcdoc = `<!doctype html>
    ${policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`}
    <script>
      const violations = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const policies = [];
      ${first}
      if (window.trustedTypes) {
        const createPolicy = trustedTypes.createPolicy;
        TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
          policies.push(name);
          return createPolicy.call(this, name, rules);
        };
      }
    </script>
    <script type="module">
      try {
        const {sanitizeComment, toSafeHtml} = await import('${sanitizer}');
        const comment = sanitizeComment(${JSON.stringify(html).replaceAll('</script', '<\\/script')}, 'rtl');
        sanitizeComment('<p>again</p>', 'rtl');
        const place = document.createElement('div');
        if (comment) place.append(comment.fragment);
        document.body.append(place);
        const sent = toSafeHtml('<p>نص <b dir=auto>ب</b> <a href=https://me@example.com/ target=_self>ج</a></p>');
        await new Promise((resolve) => setTimeout(resolve, 100));
        frameElement.report(JSON.stringify({shown: comment && place.textContent, sent, policies, violations}));
      } catch (error) {
        frameElement.fail(error);
      }
    </script>`;
  document.body.append(frame);
  try {
    return await done;
  } finally {
    frame.remove();
  }
}

const text = 'نص 🙂 رابط';
const sentHtml = '<p>نص <b>ب</b> <a>ج</a></p>';

describe('the sanitizer under a security policy', () => {
  it('SEC 5.5: makes one policy, called taaliq', async () => {
    const {shown, sent, policies} = await sanitizeUnder('');
    expect(shown).to.equal(text);
    expect(sent).to.equal(sentHtml);
    expect(policies).to.deep.equal(hasTrustedTypes ? ['taaliq'] : []);
  });

  it('SEC 5.1, SEC 5.5: works where only that policy is allowed, without a violation', async () => {
    const {shown, sent, policies, violations} = await sanitizeUnder(
      "require-trusted-types-for 'script'; trusted-types lit-html taaliq",
    );
    expect(shown).to.equal(text);
    expect(sent).to.equal(sentHtml);
    expect(policies).to.deep.equal(hasTrustedTypes ? ['taaliq'] : []);
    expect(violations).to.deep.equal([]);
  });

  it("SEC 3.7, SEC 3.9: falls back to the engine's own sanitizer where the policy is forbidden, or shows nothing", async () => {
    const {shown, sent} = await sanitizeUnder("require-trusted-types-for 'script'; trusted-types 'none'");
    const works = hasSetHTML || !hasTrustedTypes;
    expect(shown).to.equal(works ? text : null);
    expect(sent).to.equal(works ? sentHtml : null);
  });

  it('SEC 3.7, SEC 3.9: does the same where another copy has made the policy before', async () => {
    const {shown, policies} = await sanitizeUnder(
      "require-trusted-types-for 'script'; trusted-types taaliq",
      "window.trustedTypes?.createPolicy('taaliq', {createHTML: (html) => html});",
    );
    expect(shown).to.equal(hasSetHTML || !hasTrustedTypes ? text : null);
    expect(policies, 'asked once, not for every comment').to.have.length(hasTrustedTypes ? 1 : 0);
  });
});
