/** What the widget says in Arabic, word by word: a reader has nothing else to go by. */
export const said = {
  network: 'تعذّر الاتصال. تحقق من الإنترنت ثم أعد المحاولة. ما كتبته محفوظ.',
  timeout: 'استغرق الإرسال وقتًا طويلًا. أعد المحاولة؛ لن يُنشر تعليقك مرتين.',
  server: 'حدثت مشكلة من جهتنا. أعد المحاولة لاحقًا. ما كتبته محفوظ.',
  login: 'عذرًا، يجب أن تكون متصلًا لتتمكّن من التعليق.',
  notAllowed: 'عفوًا، التعليقات غير مسموح بها لهذا العنصر.',
  duplicate: 'تم اكتشاف وجود تعليق مكرر، يبدو أنك قد سبق وأرسلت هذا التعليق.',
  parentMissing: 'التعليق الذي ترد عليه لم يعد موجودًا. ما كتبته محفوظ.',
  closed: 'عفواً، التعليقات مغلقة لهذا العنصر.',
  spam: 'لم يُقبل التعليق لأنه يشبه الرسائل المزعجة.',
  tooFast: 'أنت تقوم بنشر التعليقات بسرعة كبيرة. تمهّل قليلاً.',
  emailInvalid: 'اكتب البريد الإلكتروني بالصيغة الصحيحة، مثل name@example.com',
  nameRequired: 'اكتب اسمك',
  tooLong: 'يجب ألا يزيد التعليق على 9 أحرف',
  published: 'نُشِر تعليقك.',
  pending: 'تعليقك في انتظار المراجعة.',
  loadFailed: 'تعذّر تحميل التعليقات.',
} as const;

const after = 'حاول مجددًا بعد';

/** As the widget says how long to wait. */
export const wait = {
  one: `${after} ثانية واحدة.`,
  five: `${after} 5 ثوانٍ.`,
  long: `${after} 240 ثانية.`,
  fifteen: `${after} 15 ثانية.`,
  most: `${after} 300 ثانية.`,
} as const;
