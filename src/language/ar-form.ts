import type {FormLanguage} from './messages.js';

/** What an Arabic form shows at rest: the built-in language, part of the first request. */
export const arForm: FormLanguage = {
  lang: 'ar',
  dir: 'rtl',
  numberingSystem: 'latn',
  formTitle: 'اترك تعليق',
  formNotes: 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
  emailNote: 'لن يتم نشر عنوان بريدك الإلكتروني.',
  requiredNote: 'الحقول الإلزامية مشار إليها بـ *',
  requiredMark: '*',
  nameLabel: 'الاسم',
  emailLabel: 'البريد الإلكتروني',
  websiteLabel: 'الموقع الإلكتروني',
  commentLabel: 'التعليق',
  rulesTitle: 'شروط التعليق :',
  rulesText:
    'عدم الإساءة للكاتب أو للأشخاص أو للمقدسات أو مهاجمة الأديان أو الذات الالهية. والابتعاد عن التحريض الطائفي والعنصري والشتائم.',
  agreeRulesLabel: 'أوافق على شروط التعليق.',
  rememberMe:
    'احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي.',
  consentLabel: 'أوافق على {privacy} وعلى نشر تعليقي.',
  privacyLink: 'سياسة الخصوصية',
  opensInNewTab: '(يُفتح في علامة تبويب جديدة)',
  submit: 'إرسال التعليق',
  submitting: 'جارٍ الإرسال…',
  errorCannotLoad: 'تعذّر تحميل جزء من نموذج التعليق. تحقق من الإنترنت ثم أعد المحاولة. ما كتبته محفوظ.',
  characterLimit: {
    zero: 'لا حد لعدد الأحرف',
    one: 'الحد الأقصى حرف واحد',
    two: 'الحد الأقصى حرفان',
    few: 'الحد الأقصى {count} أحرف',
    many: 'الحد الأقصى {count} حرفًا',
    other: 'الحد الأقصى {count} حرف',
  },
  commentsTitle: 'التعليقات',
  skipToComments: 'انتقل إلى التعليقات',
  commentsClosed: 'التعليقات مغلقة.',
  notConfigured: 'لم تُضبط التعليقات في هذه الصفحة بعد. أخبر صاحب الموقع.',
  threadLoadFailed: 'تعذّر تحميل التعليقات.',
  retry: 'إعادة المحاولة',
};
