import {after, before, describe, test} from 'node:test';
import {engines} from '../support/drive.js';
import {focus, hears} from '../support/ear.js';
import {comment, write} from '../support/reader.js';
import {Stage, type Scene} from '../support/stage.js';

const reader = {name: 'ليلى', email: 'laila@reader.example'};
const rules =
  'عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان أو الذات الالهية. والابتعاد عن التحريض الطائفي والعنصري والشتائم.';
const send = `button إرسال التعليق (${rules})`;
const sendReply = `button إرسال الرد (${rules})`;
const box = 'textbox التعليق [required] (الحد الأقصى 5,000 حرف)';

const seeds = [
  {id: '1', name: 'سامي', text: 'الأول'},
  {id: '2', name: 'نورة', text: 'الثاني'},
  {id: '3', name: 'وردة', text: 'الثالث'},
];

for (const engine of engines) {
  describe(`what a screen reader hears in ${engine}`, {timeout: 300_000}, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.open(engine);
    });
    after(() => stage?.close());

    const show = (scene: Scene = {comments: seeds.slice(0, 1)}, attributes?: string): Promise<void> =>
      stage.show(scene, attributes);

    /** Puts the focus there and presses a key. */
    const press = async (css: string, key = 'Enter', nth = 0): Promise<void> => {
      await focus(stage.page, {css, nth});
      await stage.page.press(key);
    };

    /** Fills in a form; what is heard of that is not compared. */
    const fill = async (text: string, nth: 0 | -1 = 0): Promise<void> => {
      await write(stage.page, {...reader, text}, nth);
      await stage.page.evaluate(() => window.ear.heard.splice(0));
    };

    const post = async (text: string): Promise<void> => {
      await fill(text);
      await press('button.submit');
    };

    test('RTL E3, G1: what is wrong, and again when it is wrong again', async () => {
      const {page} = stage;
      await show();
      await write(page, {name: 'ليلى'});
      await page.evaluate(() => window.ear.heard.splice(0));
      const wrong = 'هناك مشكلة اكتب بريدك الإلكتروني اكتب تعليقك';
      await press('button.submit');
      await hears(page, send, `alert ${wrong}`, `alert ${wrong}`);
      await press('button.submit');
      await hears(page, send, `alert ${wrong}`);
      await press('[part=summary] a', 'Enter', 1);
      await hears(
        page,
        'link اكتب تعليقك',
        'textbox التعليق [required, invalid] (خطأ: اكتب تعليقك الحد الأقصى 5,000 حرف)',
      );
    });

    test('RTL G2: a comment that is published, and only that it is', async () => {
      await show();
      await post('من أول مرة');
      await hears(stage.page, send, 'article ليلى الآن', 'status نُشِر تعليقك.');
    });

    test('RTL G2: a comment that is held', async () => {
      await show({moderation: 'before'});
      await post('ينتظر');
      await hears(
        stage.page,
        `button إرسال التعليق (${rules} تُراجع التعليقات قبل نشرها.)`,
        'article ليلى الآن',
        'status تعليقك في انتظار المراجعة.',
      );
    });

    test('RTL A7, G2: more comments, each time how many', async () => {
      const {page} = stage;
      await show({comments: seeds}, 'page-size="1"');
      await press('[part=more]');
      await hears(
        page,
        'button عرض المزيد من التعليقات',
        'article نورة قبل ساعة واحدة',
        'status تعليق جديد واحد',
      );
      await press('[part=more]');
      await hears(
        page,
        'button عرض المزيد من التعليقات',
        'article سامي قبل ساعتين',
        'status تعليق جديد واحد',
      );
    });

    test('RTL G2, G3: a reply that is opened and sent', async () => {
      const {page} = stage;
      await show();
      await press('[part~=reply]');
      await hears(page, 'button رد على سامي', box);
      await fill('وعليكم السلام', -1);
      await press('button.submit', 'Enter', -1);
      await hears(page, sendReply, 'article ليلى ردًا على سامي الآن', 'status نُشِر ردك.');
    });

    test('RTL G3: a reply that is given up, with nothing typed and with a text', async () => {
      const {page} = stage;
      await show();
      await press('[part~=reply]');
      await hears(page, 'button رد على سامي', box);
      await page.press('Escape');
      await hears(page, 'button رد على سامي');
      await press('[part~=reply]');
      await hears(page, box);
      await fill('لن أرسله', -1);
      await page.press('Escape');
      await hears(page, 'dialog هل تريد تجاهل ما كتبته؟', 'button مواصلة الكتابة');
      await page.press('Enter');
      await hears(page, box);
      await page.press('Escape');
      await hears(page, 'dialog هل تريد تجاهل ما كتبته؟', 'button مواصلة الكتابة');
      await press('dialog .submit');
      // The dialog gives the focus back before the form goes.
      await hears(page, 'button تجاهل', box, 'button رد على سامي');
    });

    test('RTL F11, G1: a draft that has come back', async () => {
      const {page} = stage;
      await show();
      await fill('أكملها غدًا');
      await page.reload();
      await stage.shown();
      await hears(page, 'status استُعيدت مسودة تعليقك.');
    });

    test('RTL G3, G4: a comment of one’s own that is changed and deleted', async () => {
      const {page} = stage;
      await show();
      await post('سأغيّره');
      await hears(page, send, 'article ليلى الآن', 'status نُشِر تعليقك.');
      await press('[data-do=edit]');
      await hears(page, 'button تحرير ليلى الآن', 'textbox التعليق [required] (الحد الأقصى 5,000 حرف)');
      await page.type(' قليلًا');
      await press('.edit .submit');
      await hears(page, 'button حفظ', 'button تحرير ليلى الآن معدّل', 'status تم تحديث تعليقك.');
      await page.see(comment('سأغيّره قليلًا'));
      await press('[data-do=remove]');
      await hears(page, 'button حذف ليلى الآن معدّل', 'dialog هل تريد حذف هذا التعليق؟', 'button إلغاء');
      await page.press('Escape');
      await hears(page, 'button حذف ليلى الآن معدّل');
      await page.press('Enter');
      await hears(page, 'dialog هل تريد حذف هذا التعليق؟', 'button إلغاء');
      await press('dialog .submit');
      await hears(
        page,
        'button حذف',
        'button حذف ليلى الآن معدّل',
        'article هذا التعليق محذوف.',
        'status تم حذف التعليق.',
      );
    });

    test('RTL G1, G4: reports, the same words each time', async () => {
      const {page} = stage;
      await show({comments: seeds.slice(0, 2)});
      await press('[data-do=report]');
      await hears(page, 'button إبلاغ نورة قبل ساعة واحدة', 'status تم إرسال البلاغ.');
      await press('[data-do=report]', 'Enter', 1);
      await hears(page, 'button إبلاغ سامي قبل ساعتين', 'status تم إرسال البلاغ.');
    });

    test('RTL A4, F9: a like, and how much room is left', async () => {
      const {page} = stage;
      await show(undefined, 'max-length="10"');
      await press('[part~=like]', ' ');
      await page.until('the like to be counted', () => page.count({css: '[aria-pressed=true]'}));
      await hears(page, 'button أعجبني سامي قبل ساعتين');
      await focus(page, {css: 'textarea'});
      await page.type('ثمانية أح');
      await hears(page, 'textbox التعليق [required] (الحد الأقصى 10 أحرف)', 'status بقي حرف واحد');
    });
  });
}
