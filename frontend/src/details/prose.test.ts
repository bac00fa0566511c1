import { describe, expect, test } from 'vitest';
import { readInline, type Inline } from './inline';
import { readProse, type Block } from './prose';

/** Blocks as a person would describe them, so that a test can be read. */
function tell(blocks: readonly Block[]): string {
  return blocks.map(tellBlock).join(' ');
}

function tellBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `p(${words(block.inside)})`;
    case 'heading':
      return `h${block.level}(${words(block.inside)})`;
    case 'quote':
      return `quote(${tell(block.blocks)})`;
    case 'code':
      return `code(${block.text})`;
    case 'rule':
      return 'rule';
    case 'list': {
      const mark = (done: boolean | null) => (done === null ? '' : done ? '[x] ' : '[ ] ');
      const entries = block.entries.map((one) => mark(one.done) + tell(one.blocks)).join(' | ');
      return `${block.ordered ? `ol${block.start}` : 'ul'}(${entries})`;
    }
  }
}

function words(inside: readonly Inline[]): string {
  return inside.map(tellWords).join('');
}

function tellWords(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'break':
      return '/';
    case 'code':
      return `<${inline.text}>`;
    case 'strong':
      return `S{${words(inline.inside)}}`;
    case 'em':
      return `E{${words(inline.inside)}}`;
    case 'link':
      return `L{${words(inline.inside)}→${inline.href}}`;
  }
}

describe('a note', () => {
  test.each([
    ['two lines are one paragraph', 'one\ntwo\n\nthree', 'p(one/two) p(three)'],
    ['headings', '# Top\n### Lower ###\n#no', 'h1(Top) h3(Lower) p(#no)'],
    ['a list', '- a\n- b', 'ul(p(a) | p(b))'],
    ['a numbered list from 3', '3. a\n4. b', 'ol3(p(a) | p(b))'],
    ['a list in a list', '- a\n  - b\n    - c\n- d', 'ul(p(a) ul(p(b) ul(p(c))) | p(d))'],
    ['tabs', '- a\n\t- b', 'ul(p(a) ul(p(b)))'],
    ['tasks', '- [ ] a\n- [x] b', 'ul([ ] p(a) | [x] p(b))'],
    ['two kinds of list', '- a\n1. b', 'ul(p(a)) ol1(p(b))'],
    ['an entry of two paragraphs', '- a\n\n  b\n- c', 'ul(p(a) p(b) | p(c))'],
    ['a paragraph after a list', '- a\n\nb', 'ul(p(a)) p(b)'],
    ['a quote in a quote', '> a\n> > b', 'quote(p(a) quote(p(b)))'],
    ['code, left as it is', '```\n**a**\n  b\n```\nc', 'code(**a**\n  b) p(c)'],
    ['code that never ends', '```\na', 'code(a)'],
    ['a rule', 'a\n\n---\n\n* * *\n', 'p(a) rule rule'],
    ['Windows line ends', 'a\r\n\r\nb', 'p(a) p(b)'],
    ['nothing', '', ''],
  ])('reads %s', (_, text, told) => {
    expect(tell(readProse(text))).toBe(told);
  });

  test.each([
    ['**strong** and *em*', 'S{strong} and E{em}'],
    ['__strong__ and _em_', 'S{strong} and E{em}'],
    ['**a *b* c**', 'S{a E{b} c}'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**open', '**open'],
    ['`**code**`', '<**code**>'],
    ['\\*not em\\*', '*not em*'],
    ['[Per](https://example.org/a)', 'L{Per→https://example.org/a}'],
    ['<mailto:per@example.org>', 'L{mailto:per@example.org→mailto:per@example.org}'],
    ['see https://example.org/a.', 'see L{https://example.org/a→https://example.org/a}.'],
    ['<b onclick=x>', '<b onclick=x>'],
  ])('reads %s inside a line', (text, told) => {
    expect(words(readInline(text))).toBe(told);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'vbscript:x',
    '//x.org',
  ])('makes no link of %s', (href) => {
    expect(words(readInline(`[a](${href}) <${href}>`))).not.toContain('L{');
  });

  test.each([
    ['stars', '*'.repeat(100_000)],
    ['pairs of stars', '**a '.repeat(25_000)],
    ['brackets', '['.repeat(100_000)],
    ['ticks', '`a'.repeat(50_000)],
    ['quotes', '>'.repeat(100_000)],
    ['bullets', '- '.repeat(50_000)],
    ['deep lists', Array.from({ length: 400 }, (_, i) => ' '.repeat(i) + '- a').join('\n')],
    ['addresses', 'https://'.repeat(12_500)],
  ])('is read in the time its length takes, also of %s', (_, text) => {
    const began = performance.now();
    readProse(text);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('loses no word', () => {
    const text = '- a\n  b\n> c\n\n    d\n1) e **f** [g](h) `i`';
    const told = tell(readProse(text));
    for (const word of 'abcdefgi') expect(told).toContain(word);
  });
});
