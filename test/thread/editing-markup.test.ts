import {expect} from '@open-wc/testing';
import {toWritten} from '../../src/form/new-comment.js';
import {all, articleWith, button, one, seen} from './element.js';
import {editBox, openEditor, withOwn, write, type WithOwn} from './own.js';
import {waitUntil} from '../support/wait-until.js';

const withTags = async (source: string): Promise<WithOwn> => withOwn(await toWritten(source, 'rtl'));
const htmlOf = (element: Element | null): string =>
  element?.innerHTML.replace(/<!--.*?-->/gs, '').trim() ?? '';

describe('changing a comment that was written with tags', () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('begins with what was typed, and its preview shows what will be seen', async () => {
    const {backend, thread} = await withTags('<b>أول</b> < ثان');
    const box = await openEditor(thread, 'أول');
    expect(box.value).to.equal('<b>أول</b> < ثان');
    const region = one(thread, '.edit #preview');
    button(one(thread, '.edit'), 'معاينة').click();
    await waitUntil(() => htmlOf(region) === '<p dir="rtl"><b>أول</b> &lt; ثان</p>', 'the preview is there');
    expect(region.getAttribute('aria-live')).to.equal('polite');
    write(editBox(thread), '<i>ثالث</i> <script>ran = 1</script>');
    const becomes = '<p dir="rtl"><i>ثالث</i> &lt;script&gt;ran = 1&lt;/script&gt;</p>';
    await waitUntil(() => htmlOf(region) === becomes, 'the preview has followed');
    expect(region.getAttribute('aria-live')).to.equal('off');
    one(thread, '.edit .submit').click();
    await waitUntil(() => !all(thread, '.edit').length, 'the box is closed');
    expect(backend.stored('k').at(-1)?.content).to.deep.include({
      html: becomes,
      source: '<i>ثالث</i> <script>ran = 1</script>',
    });
    expect(htmlOf(articleWith(thread, 'ثالث').querySelector('.body'))).to.equal(becomes);
  });

  it('has no preview where it was written as text', async () => {
    const {thread} = await withOwn('<b>نص</b>');
    expect((await openEditor(thread, 'نص')).value).to.equal('<b>نص</b>');
    expect(all(thread, '.edit #preview-button')).to.deep.equal([]);
    expect(seen(one(thread, '.edit'))).not.to.contain('معاينة');
  });
});
