import { describe, expect, it } from 'vitest';
import { toMarkdown, type Source } from './markdown';
import { item } from './sample';
import type { Item } from './types';

function source(items: Item[]): Source {
  return {
    item: (id) => items.find((one) => one.id === id),
    children: (id) => items.filter((one) => one.parentId === id).map((one) => one.id),
    tag: (id) => ({ t1: { name: 'part two' }, t2: { name: 'mornings' } })[id],
  };
}

const book = source([
  item('v', { kind: 'vision', title: 'A book of mine', notes: 'Per says:\n\nstillverk.\n' }),
  item('g', { kind: 'goal', title: 'Finish a manuscript', parentId: 'v', due: '2026-09-30' }),
  item('s', { title: 'Write chapter 12', parentId: 'g', due: '2026-03-13', tagIds: ['t1', 't2'] }),
  item('d', {
    title: 'Ask Jonas',
    parentId: 'g',
    state: 'done',
    estimateMin: 10,
    notes: 'by phone',
  }),
  item('x', { title: 'Elsewhere' }),
]);

describe('toMarkdown', () => {
  it('writes boxes, dates, estimates, tags and notes, two spaces a level', () => {
    expect(toMarkdown(book, ['v'])).toBe(
      [
        '- A book of mine',
        '  > Per says:',
        '  >',
        '  > stillverk.',
        '  - Finish a manuscript (due 2026-09-30)',
        '    - [ ] Write chapter 12 (due 2026-03-13) #part-two #mornings',
        '    - [x] Ask Jonas (takes 10 min)',
        '      > by phone',
      ].join('\n'),
    );
  });

  it('writes several branches one after the other, each from the margin', () => {
    expect(toMarkdown(book, ['d', 'x'])).toBe(
      '- [x] Ask Jonas (takes 10 min)\n  > by phone\n- [ ] Elsewhere',
    );
  });

  it('leaves out what is not there', () => {
    expect(toMarkdown(book, ['gone'])).toBe('');
  });

  it('forgets a tag that nobody knows', () => {
    const one = source([item('a', { title: 'A', tagIds: ['gone'] })]);
    expect(toMarkdown(one, ['a'])).toBe('- [ ] A');
  });
});
