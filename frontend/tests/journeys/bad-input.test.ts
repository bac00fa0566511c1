import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { call, item, planned, vault } from '../house/vault';
import { hands, ownPlan } from '../pages/hands';
import { Window } from '../house/browser';

/** A staircase of so many levels, as one would paste it. */
function staircase(levels: number): string {
  return Array.from({ length: levels }, (_, i) => `${'\t'.repeat(i)}Level ${String(i + 1)}`).join(
    '\n',
  );
}

describe('bad input', () => {
  journey('an empty title is never saved, and leaves no row behind', async ({ app, window }) => {
    const { page, outline } = await ownPlan(window.page, ['A boat', '  The hull']);
    await outline.press('Enter');
    await page.keyboard.type('   ');
    await outline.press('Escape', 'Enter', 'Enter', 'Escape');
    await outline.pick('The hull');
    await outline.press('F2', 'Control+a', 'Delete', 'Escape');
    const all = ['vision: A boat', '  goal: The hull'];
    await expect.poll(() => outline.rows()).toEqual(all);
    expect(await planned(app)).toEqual(all);
  });

  journey(
    'a title of 100,000 characters is refused in a sentence; pasted, it goes into the notes',
    async ({ app, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
      await expect.poll(async () => (await planned(app)).length).toBe(2);
      const long = 'stone '.repeat(16_666);
      await outline.press('F2');
      await page.keyboard.insertText(long);
      await outline.press('Escape');
      await expect.poll(() => frame.notice.innerText()).toContain('1000 fit');
      expect(await planned(app)).toEqual(['vision: A boat', '  goal: The hull']);
      await page.reload();

      await outline.pick('The hull');
      await outline.paste(long);
      await expect.poll(async () => (await planned(app)).length).toBe(3);
      const pasted = (await vault(app)).items.find((one) => one.title.startsWith('stone'))!;
      expect(pasted.title.length).toBeLessThanOrEqual(1000);
      expect(pasted.notes).toBe(long.trim());
    },
  );

  journey(
    'control characters, right-to-left words and emoji come out as they should',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, ['A boat']);
      for (const title of [
        'bell\u0007 and\u0000 null',
        'שלום לספינה',
        '👩‍👧‍👦 sail with us ⛵',
        '<b>not bold</b> & "quoted"',
      ]) {
        await outline.press('Enter');
        await page.keyboard.insertText(title);
      }
      await outline.press('Escape');
      const all = [
        'vision: A boat',
        'vision: bell and null',
        'vision: שלום לספינה',
        'vision: 👩‍👧‍👦 sail with us ⛵',
        'vision: <b>not bold</b> & "quoted"',
      ];
      await expect.poll(() => planned(app)).toEqual(all);
      await expect.poll(() => outline.rows()).toEqual(all);
      expect(
        await outline
          .row('שלום לספינה')
          .locator('[data-words]')
          .evaluate((words) => getComputedStyle(words).direction),
      ).toBe('rtl');
      await outline.pick('<b>not bold</b> & "quoted"');
      await details.write('Notes', '<img src=x onerror=alert(1)> **bold**');
      await details.panel.locator('strong').getByText('bold').waitFor();
      expect(await details.panel.locator('img').count()).toBe(0);
    },
  );

  journey(
    'fifty levels are fine, a hundred too, and one more is refused',
    async ({ app, window }) => {
      const { outline, frame } = await ownPlan(window.page, ['A boat', 'B']);
      await outline.press('Home');
      await outline.paste(staircase(50));
      await expect.poll(async () => (await planned(app)).length).toBe(52);
      await outline.press('End');
      await outline.paste(staircase(101));
      await expect.poll(() => frame.notice.innerText()).toContain('100 levels');
      expect((await planned(app)).length).toBe(52);
      await outline.press('ArrowUp');
      await outline.press('Control+Enter');
      await outline.page.keyboard.type('The deepest');
      await outline.press('Escape');
      await expect
        .poll(async () => (await planned(app))[51])
        .toBe(`${'  '.repeat(50)}step: The deepest`);
      const { width } = (await outline.row('The deepest').locator('[data-words]').boundingBox())!;
      expect(width).toBeGreaterThan(50);
    },
  );

  journey('more than ten thousand lines at once are refused', async ({ app, window }) => {
    const { outline, frame } = await ownPlan(window.page, ['A boat', 'B']);
    await outline.paste('x\n'.repeat(10_001));
    await expect.poll(() => frame.notice.innerText()).toContain('10001 lines');
    expect(await planned(app)).toEqual(['vision: A boat', 'vision: B']);
  });

  journey(
    'nobody can hang a branch below itself, nor edit what is not there',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, ['A boat', '  The hull', '    Sand it']);
      await expect.poll(async () => (await planned(app)).length).toBe(3);
      const [before, boat, sand] = [
        await vault(app),
        await item(app, 'A boat'),
        await item(app, 'Sand it'),
      ];
      const refused = (struct: string, method: string, ...args: unknown[]): Promise<string> =>
        call(page, struct, method, ...args).then(
          () => 'done',
          (error: unknown) => String(error),
        );
      const below = (parentId: string) => ({ planId: boat.planId, parentId, afterId: '' });
      const nobody = '00000000-0000-7000-8000-000000000000';
      for (const [method, input, word] of [
        ['Move', { ids: [boat.id], place: below(sand.id) }, 'error.'],
        ['Move', { ids: [boat.id], place: below(boat.id) }, 'error.'],
        ['Move', { ids: [nobody], place: below('') }, 'error.item_gone'],
        ['Move', { ids: [sand.id], place: below(nobody) }, 'error.item_gone'],
        ['SetTitle', { id: nobody, field: 'title', text: 'Ghost', edit: '' }, 'error.item_gone'],
        ['SetText', { id: sand.id, field: 'state', text: 'done', edit: '' }, 'error.'],
        [
          'Add',
          {
            place: below(nobody),
            kind: '',
            title: 'Ghost',
            edit: '',
            estimateMin: 0,
            columnId: '',
          },
          'error.item_gone',
        ],
        [
          'Add',
          {
            place: below(''),
            kind: 'task',
            title: 'Ghost',
            edit: '',
            estimateMin: 0,
            columnId: '',
          },
          'error.kind_unknown',
        ],
      ] as const) {
        expect(
          await refused('Items', method, input),
          `${method} ${JSON.stringify(input)}`,
        ).toContain(word);
      }
      expect(await refused('Items', 'SetDue', [sand.id], '2026-02-30')).toContain(
        'error.date_invalid',
      );
      expect(await vault(app)).toEqual(before);
    },
  );

  journey(
    'what cannot be in time is refused in one sentence and changes nothing',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sand',
        '    Paint',
      ]);
      await expect.poll(async () => (await planned(app)).length).toBe(4);
      const [sand, paint] = [(await item(app, 'Sand')).id, (await item(app, 'Paint')).id];
      await call(page, 'Items', 'AddLink', { from: paint, to: sand, kind: 'after' });
      const before = await vault(app);
      const link = before.links[0]!.id;
      const dates = (start: string, due: string, kind = '') => [[{ id: sand, start, due, kind }]];
      const routine = (body: object) => [
        { id: '', itemId: sand, kind: 'routine', body, name: '', edit: '' },
      ];
      for (const [struct, method, args, word] of [
        ['Items', 'SetDates', dates('2031-03-05', '2031-03-04'), 'error.dates_order'],
        ['Items', 'SetDates', dates('0000-01-01', ''), 'error.date_invalid'],
        ['Items', 'SetDates', dates('', '9999-12-31'), 'error.date_invalid'],
        ['Items', 'SetDates', dates('', '2031-02-29'), 'error.date_invalid'],
        ['Items', 'SetDates', dates('', '2031-03-04', 'soft'), 'error.dates_vague'],
        ['Items', 'SetDue', [[sand], '2031-3-4'], 'error.date_invalid'],
        ['Items', 'AddLink', [{ from: sand, to: paint, kind: 'after' }], 'error.link_cycle'],
        ['Items', 'SetLag', [link, -1], 'error.lag_range'],
        ['Aspects', 'Set', routine({ rule: 'FREQ=SECONDLY' }), 'error.rule_unknown'],
        ['Aspects', 'Set', routine({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }), 'error.rule'],
        ['Aspects', 'Set', routine({ rule: 'FREQ=DAILY', time: '25:00' }), 'error.time_invalid'],
      ] as const) {
        const said = await call(page, struct, method, ...args).then(
          () => 'done',
          (error: unknown) => String(error),
        );
        expect(said, `${method} ${JSON.stringify(args)}`).toContain(word);
      }
      expect(await vault(app)).toEqual(before);
    },
  );

  journey(
    'two windows that edit the same plan end in one plan and a sentence',
    async ({ app, window, browser }) => {
      const { outline } = await ownPlan(window.page, ['A boat', '  The hull', '  The sail']);
      await expect.poll(async () => (await planned(app)).length).toBe(3);
      const other = await Window.open(browser, app.url);
      const there = hands(other.page);
      await outline.pick('The sail');
      await outline.press('Delete');
      await expect.poll(async () => (await planned(app)).length).toBe(2);
      await there.outline.pick('The sail');
      await there.outline.press('Space');
      await expect
        .poll(() => there.frame.notice.innerText())
        .toBe('This is no longer in the plan.');
      expect(await planned(app)).toEqual(['vision: A boat', '  goal: The hull']);
      await other.close();
    },
  );

  journey('two fast edits of one item are both kept, in their order', async ({ app, window }) => {
    const { page, outline, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
    await outline.press('Enter');
    await page.keyboard.type('Sail');
    await outline.press('Tab', 'Escape', 'Space', 'Control+Alt+4', 'Alt+ArrowLeft');
    const all = ['vision: A boat', '  goal: The hull', '  step: Sail ✓'];
    await expect.poll(() => planned(app)).toEqual(all);
    await expect.poll(() => outline.rows()).toEqual(all);
    await frame.undo.click();
    await frame.undo.click();
    await expect.poll(async () => (await planned(app))[2]).toBe('    milestone: Sail ✓');
  });
});
