import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {renderLoadFailure} from '../../src/comments/load-failure.js';
import {ThreadLoader} from '../../src/comments/thread-loader.js';
import {LanguageController} from '../../src/language/controller.js';
import {seen} from '../thread/element.js';

/** How often the code is asked for before it comes. */
let failures = 0;
let asked = 0;

class Probe extends LitElement {
  readonly language = new LanguageController(this);
  readonly loader = new ThreadLoader(this, () => {
    asked++;
    return asked > failures ? Promise.resolve() : Promise.reject(new TypeError('network'));
  });

  protected override render(): TemplateResult {
    return html`<div>
      ${this.loader.failed ? renderLoadFailure(this.language, this.loader.bring) : 'مكان'}
    </div>`;
  }
}
customElements.define('loader-probe', Probe);

describe('ThreadLoader', () => {
  beforeEach(() => {
    asked = 0;
    failures = 0;
  });

  it('brings the conversation once, whoever asks', async () => {
    const probe = await fixture<Probe>(html`<loader-probe></loader-probe>`);
    await Promise.all([probe.loader.bring(), probe.loader.bring()]);
    await probe.loader.bring();
    expect(asked).to.equal(1);
  });

  it('says in its place that it could not be loaded, and tries again when the reader asks', async () => {
    failures = 1;
    const probe = await fixture<Probe>(html`<loader-probe lang="ar"></loader-probe>`);
    await probe.loader.bring();
    await probe.updateComplete;
    expect(seen(probe.shadowRoot?.querySelector('p'))).to.equal('تعذّر تحميل التعليقات.');
    const retry = probe.shadowRoot?.querySelector('button');
    retry?.click();
    await probe.loader.bring();
    await probe.updateComplete;
    expect(asked).to.equal(2);
    expect(seen(probe.shadowRoot?.querySelector('div'))).to.equal('مكان');
  });

  it('waits until its place is near, and goes on waiting after a move', async () => {
    const probe = await fixture<Probe>(html`<loader-probe></loader-probe>`);
    const far = document.createElement('div');
    far.style.cssText = 'position: absolute; inset-block-start: 50000px';
    document.body.append(far);
    probe.loader.watch(far, false);
    const parent = probe.parentElement;
    probe.remove();
    parent?.append(probe);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(asked).to.equal(0);
    far.style.insetBlockStart = '0';
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).to.equal(1);
    far.remove();
  });
});
