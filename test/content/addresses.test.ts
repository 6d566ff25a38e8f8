// oxlint-disable no-script-url -- the attacks themselves
import {expect} from '@open-wc/testing';
import {isEmail} from '../../src/content/email.js';
import {safeLink} from '../../src/content/link.js';
import {toWebsite} from '../../src/content/website.js';

describe('isEmail', () => {
  const good = [
    'a@b.c',
    'name@example.com',
    'first.last+tag@sub.example.co',
    "o'neil@example.org",
    'مستخدم@مثال.إختبار',
    '用户@例子.测试',
    '1@2.3',
    `${'a'.repeat(240)}@example.com`.slice(-254),
  ];
  for (const text of good) {
    it(`takes ${text.slice(0, 40)}`, () => {
      expect(isEmail(text)).to.equal(true);
    });
  }
  const bad = [
    '',
    '@',
    'a',
    'a@',
    '@b.c',
    'a@b',
    'a@b.',
    'a@.b',
    'a@b..c',
    'a@@b.c',
    'a@b@c.d',
    'a b@c.d',
    'a@b c.d',
    'a,b@c.d',
    'a@b.c,d@e.f',
    'a@b.c;',
    'a@b.c؛',
    'a،b@c.d',
    '<a@b.c>',
    'a(b)@c.d',
    'a[b@c.d',
    '"a"@b.c',
    '“a”@b.c',
    '«a»@b.c',
    'a@b.c\n',
    'a@b.c\r\nbcc: d@e.f',
    'a\0@b.c',
    'a\\@b.c',
    'a@b.c>',
    `${'a'.repeat(251)}@b.c`,
  ];
  for (const text of bad) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))}`, () => {
      expect(isEmail(text)).to.equal(false);
    });
  }
});

const neverLinks = [
  '',
  ' ',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java	script:alert(1)',
  'java\nscript:alert(1)',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript&colon;alert(1)',
  'vbscript:x',
  'data:text/html,x',
  '//host',
  '/\\host',
  '\\\\host',
  '/path',
  'path',
  '#id',
  '?x',
  'https:host',
  'https:/host',
  'https:///host',
  'https://',
  'https:\\\\host',
  'https://host\\@evil.example',
  'https://me@host/',
  'https://me:secret@host/',
  'https://:@host@evil/',
  'https://ho	st/',
  'https://host/a b',
  'https://host/\0',
  'https://host/',
  'https://host/‮gpj.exe',
  'https://host/​',
  'https://ho‍st/',
  'https://ho­st/',
  'https://host/ㅤ',
  'https://host/﻿x',
  'https://host/⁦',
  'https://host/󠁡',
  'ftp://host/',
  'file:///etc/passwd',
  'blob:https://host/1',
  'tel:123',
  'sms:123',
  'ws://host/',
  'view-source:https://host/',
  'feed:https://host/',
  `https://host/${'a'.repeat(2e3)}`,
  `https://host/${'م'.repeat(500)}`,
  'https://[',
  'https://host:99999/',
  'https://host/\ud800',
];

describe('SEC 4.1: safeLink', () => {
  const good: readonly (readonly [value: string, href: string])[] = [
    ['https://example.com', 'https://example.com/'],
    ['http://example.com/a?b#c', 'http://example.com/a?b#c'],
    ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
    [' https://example.com/ ', 'https://example.com/'],
    ['https://example.com:8443/', 'https://example.com:8443/'],
    ['https://مثال.إختبار/صفحة', 'https://xn--mgbh0fb.xn--kgbechtv/%D8%B5%D9%81%D8%AD%D8%A9'],
    ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/'],
    ['https://example.com/\'"<>', 'https://example.com/%27%22%3C%3E'.replace('%27', "'")],
  ];
  for (const [value, href] of good) {
    it(`takes ${value}`, () => {
      expect(safeLink(value)).to.equal(href);
      expect(safeLink(value, {mail: true})).to.equal(href);
    });
  }

  for (const value of neverLinks) {
    it(`refuses ${JSON.stringify(value.slice(0, 60))}`, () => {
      expect(safeLink(value)).to.equal(null);
      expect(safeLink(value, {mail: true})).to.equal(null);
    });
  }

  it('takes a plain mail address where asked to', () => {
    expect(safeLink('mailto:me@example.org', {mail: true})).to.equal('mailto:me@example.org');
    expect(safeLink('MAILTO:me@example.org', {mail: true})).to.equal('mailto:me@example.org');
    expect(safeLink('mailto:me@example.org')).to.equal(null);
  });

  const badMail = [
    'mailto:',
    'mailto:me',
    'mailto:?subject=x',
    'mailto:me@example.org?bcc=you@example.org',
    'mailto:me@example.org#x',
    'mailto:me@example.org%0abcc:you@example.org',
    'mailto:a@example.org,b@example.org',
    'mailto:%',
    'mailto://me@example.org',
  ];
  for (const value of badMail) {
    it(`refuses ${value}`, () => {
      expect(safeLink(value, {mail: true})).to.equal(null);
    });
  }
});

describe('SEC 4.3: toWebsite', () => {
  const good: readonly (readonly [typed: string, href: string])[] = [
    ['example.org', 'https://example.org/'],
    ['  example.org  ', 'https://example.org/'],
    ['example.org/blog', 'https://example.org/blog'],
    ['example.org:8080', 'https://example.org:8080/'],
    ['http://example.org', 'http://example.org/'],
    ['https://example.org/?a=b', 'https://example.org/?a=b'],
    ['مثال.إختبار', 'https://xn--mgbh0fb.xn--kgbechtv/'],
    ['https://exa\u200bmple.org/\u202e', 'https://example.org/'],
    ['exam ple.org', 'https://example.org/'],
  ];
  for (const [typed, href] of good) {
    it(`makes ${href} of ${JSON.stringify(typed)}`, () => {
      expect(toWebsite(typed)).to.equal(href);
    });
  }

  const bad = [
    '',
    ' ',
    'javascript:alert(1)',
    'java	script:alert(1)',
    'javascript:1',
    'data:text/html,x',
    'mailto:me@example.org',
    'ftp://example.org',
    'me@example.org',
    'https://me@example.org',
    'https://me:secret@example.org',
    '//example.org',
    '/example',
    '\\\\example',
    '/\\example.org',
    'https:example.org',
    'https:///example.org',
    'example.org\\x',
    'https://',
    'blob:https://example.org/1',
    `example.org/${'a'.repeat(2e3)}`,
  ];
  for (const typed of bad) {
    it(`refuses ${JSON.stringify(typed.slice(0, 40))}`, () => {
      expect(toWebsite(typed)).to.equal(null);
    });
  }
});
