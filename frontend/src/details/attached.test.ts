import { describe, expect, test } from 'vitest';
import '../text/english';
import { readLink, sizeOf } from './attached';

describe('a page of the web', () => {
  test.each([
    ['https://example.org/', 'example.org'],
    [' http://example.org/a?b=c ', 'example.org/a?b=c'],
    ['mailto:ada@example.org', 'ada@example.org'],
  ])('%s is one', (typed, name) => {
    expect(readLink(typed)).toEqual({ where: typed.trim(), name });
  });

  test.each([
    'example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'mailto:ada',
    '',
  ])('%s is none', (typed) => expect(readLink(typed)).toBeNull());
});

test('sizes are told as people write them', () => {
  expect([0, 1, 12_400, 999_499, 1_000_000, 49_600_000].map(sizeOf)).toEqual([
    '1 KB',
    '1 KB',
    '12 KB',
    '999 KB',
    '1 MB',
    '50 MB',
  ]);
});
