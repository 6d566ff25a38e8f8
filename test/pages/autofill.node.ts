import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, type Page} from '../support/drive.js';
import {Stage} from '../support/stage.js';

/** An address that the reader has once saved in the browser. */
const address = {
  fields: [
    {name: 'NAME_FULL', value: 'ليلى حداد'},
    {name: 'EMAIL_ADDRESS', value: 'laila@reader.example'},
    {name: 'ADDRESS_HOME_CITY', value: 'دمشق'},
    {name: 'ADDRESS_HOME_COUNTRY', value: 'SY'},
  ],
};

/** Lets the browser fill in the form of a field by itself, as when the reader has chosen an address. */
async function autofill(page: Page, css: string): Promise<void> {
  await page.click(css);
  const expression = `(() => {
    let root = document;
    for (const host of ['taaliq-comments', 'taaliq-form']) root = root.querySelector(host).shadowRoot;
    return root.querySelector('${css}');
  })()`;
  const {result} = (await page.devtools('Runtime.evaluate', {expression})) as {result: {objectId: string}};
  const {node} = (await page.devtools('DOM.describeNode', {objectId: result.objectId})) as {
    node: {backendNodeId: number};
  };
  await page.devtools('Autofill.trigger', {fieldId: node.backendNodeId, address});
}

// The one engine whose own autofill can be driven.
for (const engine of engines.filter((name) => name === 'chromium')) {
  describe(`the browser’s own autofill in ${engine}`, {timeout: 300_000}, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.open(engine);
      await stage.page.devtools('Autofill.enable');
      await stage.page.devtools('Autofill.setAddresses', {addresses: [address]});
    });
    after(() => stage?.close());

    for (const from of ['#name', '#email']) {
      test(`RTL F1, F10, SEC 9.5: fills in name and e-mail from ${from}, and they are sent`, async () => {
        const {page} = stage;
        await stage.show({}, 'fields="name* email* website"');
        await autofill(page, from);
        await page.until('the fields to be filled in', () =>
          page.with('#name, #email', (fields) =>
            fields.every((field) => field.matches(':autofill') && (field as HTMLInputElement).value),
          ),
        );
        assert.equal(await page.value('#name'), 'ليلى حداد');
        assert.equal(await page.value('#email'), 'laila@reader.example');
        // What people do not see is not filled in either: it would count as a robot’s.
        assert.equal(await page.with('#decoy', ([decoy]) => (decoy as HTMLInputElement).value), '');
        assert.equal(await page.value('#website'), '');
        // The form has seen it: the name has its direction.
        assert.equal(await page.with('#name', ([field]) => field?.getAttribute('dir')), 'rtl');
        await page.fill('textarea', 'كتبه المتصفح عني');
        await page.click('button.submit');
        await page.see({css: 'article', text: 'كتبه المتصفح عني'});
        const sent = await page.with('taaliq-comments', ([element]) => {
          const {backend} = element as HTMLElement & {backend: {sent: readonly {author: unknown}[]}};
          return backend.sent.map(({author}) => author);
        });
        assert.deepEqual(sent, [{name: 'ليلى حداد', email: 'laila@reader.example', url: null}]);
      });
    }
  });
}
