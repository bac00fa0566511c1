import Check from '@lucide/svelte/icons/check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { drawn } from '../icons';

const LUCIDE = join(import.meta.dirname, '../node_modules/@lucide/svelte/dist/icons');

test('an icon is one piece of markup, hidden from those who hear its name', () => {
  const target = document.createElement('div');
  const icon = mount(Check, { target, props: { class: 'icon s' } });
  const svg = target.querySelector('svg');
  expect(svg?.outerHTML).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="icon s"><path d="M20 6 9 17l-5-5"></path></svg>',
  );
  expect(svg?.firstElementChild?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  void unmount(icon);
});

test('every icon that could be imported can be drawn', () => {
  const files = readdirSync(LUCIDE).filter((file) => file.endsWith('.svelte'));
  expect(files.length).toBeGreaterThan(1000);
  for (const file of files)
    expect(drawn(file, readFileSync(join(LUCIDE, file), 'utf8'))).toMatch(
      /aria-hidden="true".*><(\w)/,
    );
});

test('what is no icon is refused', () => {
  expect(() => drawn('bird', '<svg />')).toThrow('the icon bird');
});
