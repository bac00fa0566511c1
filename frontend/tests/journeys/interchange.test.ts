import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import type { Home } from '../house/home';
import { journey } from '../house/journey';
import { item, planned, vault } from '../house/vault';
import { Exchange } from '../pages/exchange';
import { ownPlan } from '../pages/hands';

/** A calendar as a phone writes it. */
const PHONE = `BEGIN:VCALENDAR
BEGIN:VTODO
UID:boat
SUMMARY:Moor the boat
END:VTODO
BEGIN:VTODO
UID:rope
SUMMARY:Buy rope
RELATED-TO:boat
DUE;VALUE=DATE:20910513
END:VTODO
BEGIN:VTODO
UID:tie
SUMMARY:Tie it
RELATED-TO:boat
RELATED-TO;RELTYPE=DEPENDS-ON:rope
END:VTODO
BEGIN:VEVENT
UID:bail
SUMMARY:Bail out
DTSTART;TZID=Europe/Oslo:20910514T090000
DTEND;TZID=Europe/Oslo:20910514T093000
RRULE:FREQ=HOURLY
END:VEVENT
END:VCALENDAR
`;

const OWN = ['vision: A boat', '  goal: The hull'];
const WITH_PHONE = [
  ...OWN,
  'step: Moor the boat',
  '  step: Buy rope',
  '  step: Tie it',
  'step: Bail out',
];

/** Lays a file into the home. */
function put(home: Home, name: string, text: string): string {
  const path = join(home.path, name);
  writeFileSync(path, text);
  return path;
}

describe('a calendar of another program', () => {
  journey(
    'is shown first, comes in as one step, and goes again with one undo',
    async ({ home, app, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
      const exchange = new Exchange(page, home);
      const preview = exchange.preview('phone.ics');
      await exchange.choose(put(home, 'phone.ics', PHONE));
      await preview.getByText('4 items come in, at the end of').waitFor();
      await preview.getByText('“Bail out” comes without its repetition').waitFor();
      expect(await exchange.lines('phone.ics')).toEqual([
        'Moor the boat',
        expect.stringMatching(/^Buy rope\s+due 13 May 2091$/),
        'Tie it',
        expect.stringMatching(/^Bail out\s+due 14 May 2091 at 09:00$/),
      ]);
      expect(await barriers(page), 'preview').toEqual([]);
      await preview.getByRole('button', { name: 'Cancel' }).click();
      await preview.waitFor({ state: 'detached' });
      expect(await planned(app)).toEqual(OWN);

      await exchange.choose(join(home.path, 'phone.ics'));
      await preview.getByRole('button', { name: 'Bring in' }).press('Enter');
      await expect.poll(() => planned(app)).toEqual(WITH_PHONE);
      await expect.poll(outline.active.bind(outline)).toBe('Moor the boat');
      const { links, aspects } = await vault(app);
      const rope = await item(app, 'Buy rope');
      expect(rope.due).toBe('2091-05-13');
      expect(links.map(({ kind, toId }) => [kind, toId])).toEqual([['after', rope.id]]);
      expect(aspects.map(({ kind }) => kind)).toEqual(['promise']);

      expect(await frame.undo.getAttribute('aria-label')).toBe('Undo: Import 4 items');
      await page.keyboard.press('Control+z');
      await expect.poll(() => planned(app)).toEqual(OWN);
    },
  );

  journey('that is broken or none is refused in one sentence', async ({ home, app, window }) => {
    const { page, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
    const exchange = new Exchange(page, home);
    const bomb = 'BEGIN:VCALENDAR\n' + 'BEGIN:VTODO\n'.repeat(100_000);
    for (const [name, text, sentence] of [
      ['bomb.ics', bomb, 'This is not a calendar that can be read'],
      ['letter.csv', 'Dear sister,\nit rains.\n', 'No column of this table is called Title'],
      ['picture.png', '\x89PNG', 'picture.png is neither a calendar (.ics) nor a table (.csv).'],
    ] as const) {
      await exchange.choose(put(home, name, text));
      await frame.notice.getByText(sentence).waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    }
    await exchange.choose('');
    await exchange.choose(join(home.path, 'gone.ics'));
    await frame.notice.getByText('gone.ics cannot be read.').waitFor();
    expect(await planned(app)).toEqual(OWN);
  });
});

describe('a plan', () => {
  journey(
    'goes out as a table and a calendar, and comes in again as it was',
    async ({ home, app, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
      await outline.paste('- [ ] =Sand (due 2091-05-13) (takes 90 min) #outdoors\n- [x] Paint');
      await outline.row('Paint').waitFor();
      const exchange = new Exchange(page, home);
      const table = join(home.path, 'boat.csv');
      await exchange.export('table', join(home.path, 'boat'));
      await frame.notice.getByText('The plan is exported as boat.csv.').waitFor();
      await frame.take('Show in folder');
      await expect.poll(() => home.opened).toEqual([home.path]);
      expect(readFileSync(table, 'utf8')).toContain(`step,'=Sand,to do,,2091-05-13,90,outdoors`);

      const calendar = join(home.path, 'boat.ics');
      await exchange.export('calendar', calendar);
      await frame.notice.getByText('The plan is exported as boat.ics.').waitFor();
      expect(readFileSync(calendar, 'utf8')).toContain('DUE;VALUE=DATE:20910513\r\n');
      await exchange.export('calendar', home.vault + '.ics/no/such/folder.ics');
      await frame.notice.getByText('could not be written there').waitFor();

      const before = await planned(app);
      await exchange.choose(table);
      await exchange.preview('boat.csv').getByRole('button', { name: 'Bring in' }).press('Enter');
      await expect.poll(() => planned(app)).toEqual([...before, ...before]);
    },
  );
});
