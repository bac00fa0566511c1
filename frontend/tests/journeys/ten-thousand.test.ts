import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { planned, vault } from '../house/vault';
import { ownPlan } from '../pages/hands';

/** A hundred goals of nine milestones of ten steps, and the line that heads them. */
function tenThousand(): string {
  const lines: string[] = [];
  for (let goal = 1; goal <= 100; goal++) {
    lines.push(`\tGoal ${String(goal)}`);
    for (let part = 1; part <= 9; part++) {
      lines.push(`\t\tPart ${String(goal)}.${String(part)}`);
      for (let step = 1; step <= 10; step++)
        lines.push(`\t\t\tStep ${String(goal)}.${String(part)}.${String(step)}`);
    }
  }
  return ['A large plan', ...lines].slice(0, 10_000).join('\n');
}

describe('ten thousand items', () => {
  journey(
    'open, scroll and take an edit at both ends, with a window full of rows in the page',
    async ({ app, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat', 'B']);
      await outline.paste(tenThousand());
      await expect.poll(async () => (await vault(app)).items.length).toBe(10_002);
      await page.reload();
      await outline.tree.waitFor();
      const rows = page.getByRole('treeitem');
      const few = async (): Promise<void> => {
        await expect.poll(() => rows.count()).toBeGreaterThan(5);
        expect(await rows.count()).toBeLessThan(120);
      };
      await few();
      await outline.pick('A boat');
      await outline.press('End');
      await expect.poll(() => outline.active()).toBe('Step 100.9.9');
      await few();
      await outline.press('Enter');
      await page.keyboard.type('The very last');
      await outline.press('Escape');
      await expect.poll(async () => (await planned(app)).at(-1)).toBe('      step: The very last');

      await outline.press('PageUp', 'PageUp', 'Home');
      await expect.poll(() => outline.active()).toBe('A boat');
      await page.mouse.move(500, 400);
      await page.mouse.wheel(0, 150_000);
      await expect
        .poll(async () =>
          (await outline.rows()).some((row) => /Goal [2-8]\d|Step [2-8]\d\./.test(row)),
        )
        .toBe(true);
      await few();
      await outline.press('Control+f');
      await page.keyboard.type('Step 77.7.7');
      await expect
        .poll(() => outline.rows())
        .toEqual([
          'vision: A large plan',
          '  goal: Goal 77',
          '    milestone: Part 77.7',
          '      step: Step 77.7.7',
        ]);
      await outline.press('Escape', 'Home', 'Delete');
      await expect.poll(() => frame.undo.getAttribute('aria-label')).toContain('Delete');
      await expect.poll(async () => (await planned(app))[0]).not.toBe('vision: A boat');
    },
  );
});
