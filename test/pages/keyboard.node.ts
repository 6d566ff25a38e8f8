import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, type Page} from '../support/drive.js';
import {focused} from '../support/ear.js';
import {comment} from '../support/reader.js';
import {Stage} from '../support/stage.js';

const seeds = [
  {id: '1', name: 'سامي', text: 'الأول'},
  {id: '2', name: 'نورة', text: 'الثاني'},
];

const rules =
  'عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان أو الذات الالهية. والابتعاد عن التحريض الطائفي والعنصري والشتائم.';
const limit = 'الحد الأقصى 5,000 حرف';
const skipToComments = 'button انتقل إلى التعليقات';
const name = 'textbox الاسم [required]';
const email = 'textbox البريد الإلكتروني [required] (لن يتم نشر عنوان بريدك الإلكتروني.)';
const box = `textbox التعليق [required] (${limit})`;
const remember =
  'checkbox احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي.';
const send = `button إرسال التعليق (${rules})`;
const more = 'button عرض المزيد من التعليقات';

for (const engine of engines) {
  describe(`with nothing but a keyboard, in ${engine}`, {timeout: 300_000}, () => {
    let stage: Stage;
    let page: Page;
    before(async () => {
      stage = await Stage.open(engine);
      ({page} = stage);
    });
    after(() => stage?.close());

    /** Waits until the focus is at exactly this. */
    const at = async (expected: string): Promise<void> => {
      await page
        .until(expected, async () => (await focused(page)) === expected, 10_000)
        .catch(async () => assert.equal(await focused(page), expected));
    };

    /** Presses the key and waits until the focus has come there: once for each. */
    const walk = async (key: string, ...stations: readonly string[]): Promise<void> => {
      for (const station of stations) {
        await page.press(key);
        await at(station);
      }
    };

    const scrolled = (): Promise<number> => page.evaluate(() => Math.round(scrollX));

    test('RTL G7, A5, A6: from the skip link through the form, and back the same way', async () => {
      await stage.show({comments: seeds}, 'page-size="1"');
      const stations = [skipToComments, name, email, box, remember, send];
      await walk('Tab', ...stations);
      await walk('Shift+Tab', ...stations.toReversed().slice(1));
      // Top to bottom, and in a row from the start side: what is before is also seen before.
      const places = await page.with('taaliq-form', ([form]) =>
        [...(form?.shadowRoot?.querySelectorAll('#name, #email, textarea, #remember, .submit') ?? [])].map(
          (element) => {
            const {top, right} = element.getBoundingClientRect();
            return {top, right};
          },
        ),
      );
      assert.equal(places.length, 5);
      places.forEach(({top, right}, index) => {
        const previous = places[index - 1];
        if (!previous) return;
        assert.ok(previous.top < top || (previous.top === top && previous.right > right), `${index}`);
      });
    });

    test('RTL G7, E3, E4: an empty form is refused; a link of the summary leads to its field', async () => {
      await stage.show({comments: seeds}, 'page-size="1"');
      await walk('Tab', skipToComments, name);
      await page.type('ليلى');
      await walk('Tab', email);
      await page.press('Enter');
      await at('alert هناك مشكلة اكتب بريدك الإلكتروني اكتب تعليقك');
      await walk('Tab', 'link اكتب بريدك الإلكتروني', 'link اكتب تعليقك');
      await page.press('Enter');
      await at(`textbox التعليق [required, invalid] (خطأ: اكتب تعليقك ${limit})`);
      await page.type('أول سطر');
      await page.press('Enter');
      await page.type('ثانٍ');
      assert.equal(await page.value('textarea'), 'أول سطر\nثانٍ');
      await page.press('Shift+Tab');
      await at(
        'textbox البريد الإلكتروني [required, invalid] (خطأ: اكتب بريدك الإلكتروني لن يتم نشر عنوان بريدك الإلكتروني.)',
      );
      await page.type('laila@reader.example');
      await walk('Tab', box);
    });

    test('RTL G7, F8, G2: Ctrl+Enter sends, and the reader lands on the comment', async () => {
      await page.press('Control+Enter');
      await at('article ليلى الآن');
      await page.see(comment('ثانٍ'));
      assert.equal(await page.value('textarea'), '');
    });

    test('RTL G7, A4: Space likes another’s comment and takes it back; Enter as well', async () => {
      await walk('Tab', 'link الآن', 'button رد على ليلى', 'button أعجبني ليلى الآن');
      await walk('Tab', 'button تحرير ليلى الآن', 'button حذف ليلى الآن');
      await walk('Tab', 'link قبل ساعة واحدة', 'button رد على نورة', 'button أعجبني نورة قبل ساعة واحدة');
      await walk(' ', 'button أعجبني 1 نورة قبل ساعة واحدة [pressed]', 'button أعجبني نورة قبل ساعة واحدة');
      await walk('Enter', 'button أعجبني 1 نورة قبل ساعة واحدة [pressed]');
    });

    test('RTL G7, G3: Escape closes an empty reply; a written one only after a question', async () => {
      await walk('Shift+Tab', 'button رد على نورة');
      await walk('Enter', box);
      await walk('Escape', 'button رد على نورة');
      await walk(' ', box);
      await page.type('ردي');
      await walk('Escape', 'button مواصلة الكتابة');
      await walk('Escape', box);
      assert.equal(await page.value({css: 'textarea', nth: 1}), 'ردي');
      await walk('Escape', 'button مواصلة الكتابة');
      await walk('Shift+Tab', 'button تجاهل');
      await walk('Enter', 'button رد على نورة');
      assert.equal(await page.count('textarea'), 1);
    });

    test('RTL G7, G2, G3: a reply is written and sent; its button that cancels is reached as well', async () => {
      await walk('Enter', box);
      await page.type('وعليكم');
      await walk('Tab', remember, `button إرسال الرد (${rules})`, 'button إلغاء الرد');
      await walk('Enter', 'button مواصلة الكتابة');
      await walk(' ', box);
      await stage.wait(60);
      await walk('Tab', remember, `button إرسال الرد (${rules})`);
      await walk('Enter', 'article ليلى ردًا على نورة الآن');
      await page.see(comment('وعليكم'));
    });

    test('RTL G7, G3: a comment of one’s own is changed: Escape gives up, the button saves', async () => {
      const edit = 'button تحرير ليلى ردًا على نورة الآن';
      const editor = 'textbox التعليق [required] (الحد الأقصى 5,000 حرف)';
      await walk('Tab', 'link الآن', 'button رد على ليلى', 'button أعجبني ليلى ردًا على نورة الآن', edit);
      await walk('Enter', editor);
      await walk('Escape', edit);
      await walk('Enter', editor);
      await page.type(' السلام');
      await walk('Escape', 'button مواصلة الكتابة');
      await walk('Enter', editor);
      await walk('Tab', 'button حفظ', 'button إلغاء');
      await walk('Shift+Tab', 'button حفظ');
      await walk(' ', `${edit} معدّل`);
      await page.see(comment('وعليكم السلام'));
    });

    test('RTL G7, G4: it is deleted after a question that Escape answers with no', async () => {
      const remove = 'button حذف ليلى ردًا على نورة الآن معدّل';
      await walk('Tab', remove);
      await walk('Enter', 'button إلغاء');
      await walk('Escape', remove);
      await walk(' ', 'button إلغاء');
      await walk('Shift+Tab', 'button حذف');
      await walk('Enter', 'article هذا التعليق محذوف.');
      assert.equal(await page.count(comment('وعليكم السلام')), 0);
    });

    test('RTL G7, A7: more comments are shown, and the reader is put at the first', async () => {
      await walk('Tab', more);
      await walk('Enter', 'article سامي قبل ساعتين');
    });

    test('RTL G7, G4: a comment is reported, and the focus stays', async () => {
      const report = 'button إبلاغ سامي قبل ساعتين';
      await walk('Tab', 'link قبل ساعتين', 'button رد على سامي', 'button أعجبني سامي قبل ساعتين', report);
      await walk(' ', 'button تم إرسال البلاغ. سامي قبل ساعتين [unavailable]');
    });

    test('RTL G7, A6: the skip links lead to the form and back, and nothing holds the focus', async () => {
      await walk('Tab', 'link بعد التعليقات');
      await walk('Shift+Tab', 'button تم إرسال البلاغ. سامي قبل ساعتين [unavailable]');
      await stage.show({comments: seeds}, 'page-size="1"');
      await walk('Tab', skipToComments);
      await page.press('Enter');
      const held = (): Promise<string> =>
        page.with(
          'taaliq-thread',
          ([thread]) => thread?.shadowRoot?.activeElement?.getAttribute('part') ?? 'nothing of it',
        );
      await page
        .until('the conversation to have the focus', async () => (await held()) === 'thread', 10_000)
        .catch(async () => assert.equal(`${await held()}, ${await focused(page)}`, 'thread'));
      await walk('Shift+Tab', 'button انتقل إلى نموذج التعليق');
      await walk('Enter', name);
    });

    test('RTL G7: no key alone does anything, and arrows are the browser’s', async () => {
      await stage.show({comments: seeds});
      await page.with('taaliq-thread', ([thread]) => (thread as HTMLElement | undefined)?.focus());
      await page.evaluate(() => window.ear.heard.splice(0));
      const looks = (): Promise<string> =>
        page.with('taaliq-thread, taaliq-form', (found) =>
          found.map(({shadowRoot}) => shadowRoot?.innerHTML).join(),
        );
      const before = await looks();
      for (const key of ['r', 'l', 'j', 'k', 'n', 'e', 'ArrowLeft', 'ArrowRight', 'Delete', 'Escape'])
        await page.press(key);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(await looks(), before);
      assert.deepEqual(await page.evaluate(() => window.ear.heard), []);
      assert.equal(await scrolled(), 0);
    });
  });
}
