import {expect} from '@open-wc/testing';
import {readPageFacts} from '../../src/page/facts.js';

describe('readPageFacts', () => {
  const added: Element[] = [];

  function addLink(attributes: Record<string, string>, parent: Element = document.head): void {
    const link = document.createElement('link');
    for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
    parent.append(link);
    added.push(link);
  }

  afterEach(() => {
    for (const element of added.splice(0)) element.remove();
    document.body.className = '';
  });

  it('reads address and title', () => {
    const {title} = document;
    document.title = 'مقال';
    history.replaceState(null, '', '#comments');
    const facts = readPageFacts();
    expect(facts.title).to.equal('مقال');
    expect(facts.url).to.equal(location.href.slice(0, -'#comments'.length));
    history.replaceState(null, '', facts.url);
    document.title = title;
  });

  it('reads the links of the head with absolute addresses', () => {
    addLink({rel: 'Canonical', href: '/2026/post'});
    addLink({rel: 'https://api.w.org/', href: 'https://news.example/wp-json/'});
    addLink({rel: 'alternate', type: 'application/json', href: '/wp-json/wp/v2/posts/7'});
    addLink({rel: 'alternate'});
    const facts = readPageFacts();
    expect(facts.canonical).to.equal(`${location.origin}/2026/post`);
    expect(facts.links).to.deep.include({
      rel: 'https://api.w.org/',
      type: '',
      href: 'https://news.example/wp-json/',
    });
    expect(facts.links).to.deep.include({
      rel: 'alternate',
      type: 'application/json',
      href: `${location.origin}/wp-json/wp/v2/posts/7`,
    });
    expect(facts.links.every(({href}) => /^https?:/.test(href))).to.equal(true);
  });

  it('takes nothing from links in the body, where strangers write', () => {
    addLink({rel: 'canonical', href: 'https://evil.example/'}, document.body);
    const facts = readPageFacts();
    expect(facts.canonical).to.equal(null);
    expect(facts.links.some(({href}) => href.includes('evil'))).to.equal(false);
  });

  it('reads the classes of the body', () => {
    document.body.className = 'single postid-42';
    expect(readPageFacts().bodyClasses).to.deep.equal(['single', 'postid-42']);
  });

  it('has no form where the page has none', () => {
    expect(readPageFacts().commentForm).to.equal(null);
  });

  it("reads the page's own comment form", () => {
    const parsed = new DOMParser().parseFromString(
      `<form id="commentform" action="/wp-comments-post.php" method="post">
        <input type="text" name="author" value="x">
        <input type="hidden" name="comment_post_ID" value="42">
        <p><input type="hidden" name="comment_parent" value="0"></p>
        <input type="hidden" name="off" value="1" disabled>
        <input type="hidden" value="nameless">
        <input type="hidden" name="akismet_comment_nonce" value="abc">
      </form>`,
      'text/html',
    );
    const form = document.importNode(parsed.querySelector('form')!, true);
    document.body.append(form);
    added.push(form);
    expect(readPageFacts().commentForm).to.deep.equal({
      action: `${location.origin}/wp-comments-post.php`,
      hidden: [
        ['comment_post_ID', '42'],
        ['comment_parent', '0'],
        ['akismet_comment_nonce', 'abc'],
      ],
    });
  });

  it('is not misled by names in the page', () => {
    const names = [
      'title',
      'head',
      'body',
      'documentElement',
      'querySelector',
      'querySelectorAll',
      'baseURI',
      'links',
    ];
    const {body} = document;
    const holder = document.createElement('div');
    for (const name of names) {
      const form = document.createElement('form');
      form.setAttribute('name', name);
      holder.append(form);
    }
    const commentForm = document.createElement('form');
    commentForm.id = 'commentform';
    commentForm.setAttribute('action', '/wp-comments-post.php');
    const inputs = ['action', 'querySelectorAll', 'elements', 'getAttribute'];
    for (const name of inputs) {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = 'evil';
      HTMLElement.prototype.append.call(commentForm, input);
    }
    holder.append(commentForm);
    body.append(holder);
    try {
      expect(typeof document.querySelectorAll, 'the names do shadow').to.not.equal('function');
      const facts = readPageFacts();
      expect(facts.title).to.be.a('string');
      expect(facts.bodyClasses).to.deep.equal([]);
      expect(facts.commentForm?.action).to.equal(`${location.origin}/wp-comments-post.php`);
      expect(facts.commentForm?.hidden).to.deep.equal(inputs.map((name) => [name, 'evil']));
    } finally {
      holder.remove();
    }
  });
});
