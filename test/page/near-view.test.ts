import {aTimeout, expect, fixture, html, nextFrame} from '@open-wc/testing';
import {whenNear} from '../../src/page/near-view.js';

/** An element so many screens below the top of the page. */
async function placeBelow(screens: number): Promise<Element> {
  const holder = await fixture(
    html`<div>
      <div class="space"></div>
      <p>here</p>
    </div>`,
  );
  holder.querySelector<HTMLElement>('.space')!.style.blockSize = `${screens * 100}vh`;
  return holder.querySelector('p')!;
}

/** Long enough for the observer to have spoken: it does so with a frame. */
async function settle(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await aTimeout(50);
}

describe('whenNear', function () {
  // Frames may be long in coming on a busy machine.
  this.timeout(60_000);

  afterEach(() => scrollTo(0, 0));

  it('calls back when the element is in view', async () => {
    const element = await placeBelow(0);
    await new Promise<void>((resolve) => whenNear(element, resolve));
  });

  it('calls back a screen before the reader is there', async () => {
    const element = await placeBelow(1.5);
    await new Promise<void>((resolve) => whenNear(element, resolve));
  });

  it('waits for the reader, and calls back once', async () => {
    const element = await placeBelow(6);
    let calls = 0;
    const near = new Promise<void>((resolve) => {
      whenNear(element, () => {
        calls++;
        resolve();
      });
    });
    await settle();
    expect(calls).to.equal(0);
    element.scrollIntoView();
    await near;
    scrollTo(0, 0);
    await settle();
    element.scrollIntoView();
    await settle();
    expect(calls).to.equal(1);
  });

  it('stops waiting when asked to', async () => {
    const element = await placeBelow(6);
    let calls = 0;
    const stop = whenNear(element, () => calls++);
    stop();
    element.scrollIntoView();
    await settle();
    expect(calls).to.equal(0);
  });
});
