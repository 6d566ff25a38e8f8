/** Comments that readers write with tags, for pages on different servers. */
import assert from 'node:assert/strict';
import type {Page} from './drive.js';
import {comment, send, write, type Written} from './reader.js';

/** What a reader types: bold, link, code, quote; signs that are no tags. */
const typed = [
  'قال «<b>مهم</b>»: أ < ب & ج',
  '<a href="https://example.org/?a=1&b=2">س</a> <code>a<b</code>',
  '<blockquote>قول</blockquote>',
].join('\n');

const mark = 'rel="nofollow ugc noopener" target="_blank" referrerpolicy="strict-origin"';

/** How it looks in the preview and in the conversation. */
export const typedShown =
  '<p dir="rtl">قال «<b>مهم</b>»: أ &lt; ب &amp; ج<br>' +
  `<a href="https://example.org/?a=1&amp;b=2" ${mark}>س</a> ` +
  '<code dir="ltr" lang="" translate="no">a&lt;b</code></p>' +
  '<blockquote dir="rtl"><p dir="rtl">قول</p></blockquote>';

export const hostile = [
  '<b onmouseover="ran=1" style="color:red">قف</b>',
  '<script>window.ran = 1</script><img src="/canary" onerror="ran=1">',
  '<a href="javascript:ran=1">س</a> <iframe src="/canary"></iframe><svg onload="ran=1">',
].join('\n');

/** Tags that are not allowed are words. */
export const hostileStored = [
  '<b>قف</b>',
  '&lt;script&gt;window.ran = 1&lt;/script&gt;&lt;img src="/canary" onerror="ran=1"&gt;',
  'س &lt;iframe src="/canary"&gt;&lt;/iframe&gt;&lt;svg onload="ran=1"&gt;',
].join('\n');

/** The HTML of comments as the page has it, newest first; line ends in the source are nobody's. */
export const bodies = (page: Page, css = '[part~="body"]'): Promise<readonly string[]> =>
  page.with({css}, (found) => found.map((one) => one.innerHTML.replace(/<!--.*?-->|\n/gs, '').trim()));

/** Writes with tags, looks at the preview, sends, and finds the comment shown alike. */
export async function sendTyped(page: Page, reader: Written): Promise<void> {
  await write(page, {...reader, text: typed});
  await page.click('#preview-button');
  await page.see({css: '#preview b', text: 'مهم'});
  assert.deepEqual(await bodies(page, '#preview'), [typedShown]);
  await send(page);
  await page.see(comment('مهم'));
  assert.deepEqual(await bodies(page), [typedShown]);
}
