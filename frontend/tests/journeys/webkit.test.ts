import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { planned } from '../house/vault';
import { KEY, WebKit } from '../house/webdriver';

const BUTTON = (name: string) =>
  `return [...document.querySelectorAll('button')].some((button) => button.innerText.trim() === '${name}' && (button.click(), true))`;

describe('in WebKitGTK, the engine of the window on Linux', () => {
  journey('a plan is begun, written, moved, undone and found again', async ({ home, app }) => {
    const webkit = await WebKit.open(home);
    try {
      await webkit.visit(app.url);
      await webkit.until(BUTTON('Me'));
      await webkit.until("return document.activeElement?.matches('[data-first]')");
      await webkit.type('A boat');
      await webkit.press(KEY.enter);
      await webkit.press(KEY.tab);
      await webkit.type('The hull');
      await webkit.press(KEY.enter);
      await webkit.press(KEY.tab);
      await webkit.type('Sand it');
      await webkit.press(KEY.enter);
      await webkit.type('Größe 120 kaufen');
      await webkit.press(KEY.escape);
      const all = [
        'vision: A boat',
        '  goal: The hull',
        '    milestone: Sand it',
        '    milestone: Größe 120 kaufen',
      ];
      await expect.poll(() => planned(app)).toEqual(all);

      await webkit.press(KEY.tab);
      await expect.poll(async () => (await planned(app))[3]).toBe('      step: Größe 120 kaufen');
      await webkit.press(KEY.space);
      await expect.poll(async () => (await planned(app))[3]).toBe('      step: Größe 120 kaufen ✓');
      await webkit.press(KEY.control, 'z');
      await webkit.press(KEY.control, 'z');
      await expect.poll(() => planned(app)).toEqual(all);

      await webkit.visit(app.url);
      const titles =
        "return [...document.querySelectorAll('[data-words]')].map((words) => words.textContent)";
      await webkit.until(`${titles}.length === 4`);
      expect(await webkit.run(titles)).toEqual([
        'A boat',
        'The hull',
        'Sand it',
        'Größe 120 kaufen',
      ]);
      expect(
        await webkit.run("return getComputedStyle(document.querySelector('[role=tree]')).display"),
      ).toBe('block');
    } finally {
      await webkit.close();
    }
  });
});
