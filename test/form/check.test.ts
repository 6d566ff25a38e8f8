import {expect} from '@open-wc/testing';
import {check, type FormRules, type FormValues} from '../../src/form/check.js';

const values: FormValues = {
  name: 'ليلى',
  email: 'laila@example.org',
  website: '',
  text: 'السلام عليكم',
  rules: false,
  privacy: false,
  decoy: '',
};
const rules: FormRules = {
  fields: [
    {name: 'name', required: true},
    {name: 'email', required: true},
    {name: 'website', required: false},
  ],
  minLength: 1,
  maxLength: 20,
  agreeRules: false,
  agreePrivacy: false,
  blockedWords: undefined,
  takesDecoy: false,
  locale: 'ar',
  markup: false,
};
const codes = (changed: Partial<FormValues>, other: Partial<FormRules> = {}): string[] =>
  check({...values, ...changed}, {...rules, ...other}).map(({field, code}) => `${field} ${code}`);

describe('check', () => {
  const rows: readonly [what: string, Partial<FormValues>, Partial<FormRules>, string[]][] = [
    ['all is right', {}, {}, []],
    ['no name', {name: ''}, {}, ['name errorNameRequired']],
    ['a name of 80 characters', {name: 'ن'.repeat(80)}, {}, []],
    ['a name of 81', {name: 'ن'.repeat(81)}, {}, ['name errorNameTooLong']],
    ['marks do not count in a name', {name: 'نَّ'.repeat(80)}, {}, []],
    ['no e-mail', {email: ''}, {}, ['email errorEmailRequired']],
    ['no e-mail, not asked for', {email: ''}, {fields: [{name: 'email', required: false}]}, []],
    [
      'a wrong e-mail that is not asked for',
      {email: 'x@'},
      {fields: [{name: 'email', required: false}]},
      ['email errorEmailInvalid'],
    ],
    ['an Arabic e-mail', {email: 'مستخدم@مثال.إختبار'}, {}, []],
    ['an e-mail of 255', {email: `${'a'.repeat(243)}@example.org`}, {}, ['email errorEmailTooLong']],
    ['a website without scheme', {website: 'example.org'}, {}, []],
    ['a website that is none', {website: `${'javascript'}:alert(1)`}, {}, ['website errorWebsiteInvalid']],
    [
      'a missing website that is asked for',
      {},
      {fields: [{name: 'website', required: true}]},
      ['website errorWebsiteRequired'],
    ],
    ['a field that is not shown is not checked', {email: '', name: ''}, {fields: []}, []],
    ['no text', {text: ''}, {}, ['comment errorCommentRequired']],
    ['RTL T3: text that shows nothing', {text: 'ـــ'}, {}, ['comment errorCommentRequired']],
    ['text too short', {text: 'لا'}, {minLength: 3}, ['comment errorCommentTooShort']],
    ['text of the greatest length', {text: 'ن'.repeat(20)}, {}, []],
    ['text too long', {text: 'ن'.repeat(21)}, {}, ['comment errorCommentTooLong']],
    ['RTL C1: marks do not count', {text: 'مَرْحَبًا'.repeat(4)}, {}, []],
    [
      'RTL C3: four code points a character at most',
      {text: `ن${'\u064b'.repeat(7)}`.repeat(11)},
      {},
      ['comment errorCommentTooLong'],
    ],
    ['rules not accepted', {}, {agreeRules: true}, ['rules errorRulesRequired']],
    ['no consent', {}, {agreePrivacy: true}, ['privacy errorConsentRequired']],
    ['both given', {rules: true, privacy: true}, {agreeRules: true, agreePrivacy: true}, []],
    ['SEC 9.1: a filled decoy', {decoy: 'x'}, {}, ['decoy errorDecoy']],
    ['SEC 9.1: a filled decoy that the server takes', {decoy: 'x'}, {takesDecoy: true}, []],
    [
      'everything at once, in the order of the controls',
      {name: '', email: '', text: ''},
      {agreeRules: true, agreePrivacy: true},
      [
        'name errorNameRequired',
        'email errorEmailRequired',
        'comment errorCommentRequired',
        'rules errorRulesRequired',
        'privacy errorConsentRequired',
      ],
    ],
  ];
  for (const [what, changed, other, expected] of rows) {
    it(what, () => {
      expect(codes(changed, other)).to.deep.equal(expected);
    });
  }

  it('RTL C5: names blocked words as they stand in the text', () => {
    const blockedWords = {words: ['احمق'], action: 'refuse'} as const;
    const [issue] = check({...values, text: 'هذا أحمـــق'}, {...rules, blockedWords});
    expect(issue).to.deep.include({field: 'comment', code: 'errorBlockedWordsList', words: ['أحمـــق']});
    const advised = {...blockedWords, action: 'advise'} as const;
    expect(codes({text: 'هذا أحمق'}, {blockedWords: advised})).to.deep.equal([
      'comment adviceBlockedWordsList',
    ]);
  });

  it('says the limit that was passed', () => {
    const [issue] = check({...values, text: 'ن'.repeat(30)}, rules);
    expect(issue?.count).to.equal(20);
  });
});
