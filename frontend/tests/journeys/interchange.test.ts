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

/** A mind map as Freeplane writes it. */
const MAP = `<map version="freeplane 1.11.5">
<node TEXT="Move house" ID="ID_1">
<node TEXT="Find a flat" ID="ID_2">
<icon BUILTIN="full-1"/>
<attribute NAME="Deadline" VALUE="13.05.2091"/>
<attribute NAME="colour" VALUE="blue"/>
<richcontent TYPE="NOTE"><html><head/><body><p>Three rooms,</p><p>light &amp; dry</p></body></html></richcontent>
<node TEXT="Visit three" ID="ID_3"><icon BUILTIN="button_ok"/><icon BUILTIN="idea"/></node>
<node TEXT="Sign" ID="ID_4"/>
</node>
<node TEXT="Pack" ID="ID_5" POSITION="left"/>
</node>
</map>
`;

/** Files that are broken, each with the sentence that says where. */
const BROKEN = [
  ['open.mm', '<map>\n<node TEXT="a">\n</map>', 'broken in line 3, at character'],
  [
    'bomb.mm',
    '<!DOCTYPE m [<!ENTITY a "b">]>\n<map/>',
    'In line 1, this file declares a document type',
  ],
  [
    'latin.opml',
    '<opml>\n<body>\n<outline text="bl\xe5"/></body></opml>',
    'in line 3, at character 18: that is no letter',
  ],
  ['page.opml', '<html/>', 'line 1 begins with “html”'],
  [
    'deep.mm',
    `<map>\n${'<node TEXT="a">\n'.repeat(101)}${'</node>'.repeat(101)}</map>`,
    'In line 102, this file goes deeper than the 100 levels',
  ],
  ['half.canvas', '{"nodes":[\n{"id":"a",', 'broken in line 2, at character'],
  ['other.canvas', '{"cards":[]}', 'This is not a canvas'],
  [
    'twice.canvas',
    '{"nodes":[\n{"id":"a","type":"text"},\n{"id":"a","type":"text"}]}',
    'In line 3, this canvas has a node without a name of its own',
  ],
  [
    'long.md',
    `- a\n- ${'x'.repeat(100_001)}`,
    'In line 2, this file has a text of 100001 characters',
  ],
  ['none.txt', '\n\n', 'nothing in this file that could come into a plan'],
] as const;

/** Lays a file into the home. */
function put(home: Home, name: string, text: string): string {
  const path = join(home.path, name);
  writeFileSync(
    path,
    text,
    /[\x80-\xff]/.test(text) && !/[\u0100-\uffff]/.test(text) ? 'latin1' : 'utf8',
  );
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
      ['picture.png', '\x89PNG', 'Cairn does not know what picture.png is.'],
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

describe('a mind map of another program', () => {
  journey(
    'is shown with what has no place in a plan, comes in, and goes again with one undo',
    async ({ home, app, window }) => {
      const { page, outline } = await ownPlan(window.page, ['A boat', '  The hull']);
      const exchange = new Exchange(page, home);
      const preview = exchange.preview('house.mm');
      await exchange.choose(put(home, 'house.mm', MAP));
      await preview.getByText('5 items come in, at the end of').waitFor();
      await preview.getByText('Small pictures called “idea” say nothing in a plan').waitFor();
      await preview.getByRole('button', { name: 'Bring in' }).press('Enter');
      await expect
        .poll(() => planned(app))
        .toEqual([
          ...OWN,
          'vision: Move house',
          '  goal: Find a flat',
          '    milestone: Visit three ✓',
          '    milestone: Sign',
          '  goal: Pack',
        ]);
      await expect.poll(outline.active.bind(outline)).toBe('Move house');
      const flat = await item(app, 'Find a flat');
      expect([flat.due, flat.notes]).toEqual([
        '2091-05-13',
        'Three rooms,\nlight & dry\ncolour: blue',
      ]);
      expect((await item(app, 'Visit three')).state).toBe('done');
      await page.keyboard.press('Control+z');
      await expect.poll(() => planned(app)).toEqual(OWN);
    },
  );

  journey('that is broken says where, and changes nothing', async ({ home, app, window }) => {
    const { page, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
    const exchange = new Exchange(page, home);
    for (const [name, text, sentence] of BROKEN) {
      await exchange.choose(put(home, name, text));
      await frame.notice.getByText(sentence).waitFor();
      expect(await page.getByRole('dialog').count(), name).toBe(0);
    }
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
      await exchange.export('the plan as table', join(home.path, 'boat'));
      await frame.notice.getByText('The plan is exported as boat.csv.').waitFor();
      await frame.take('Show in folder');
      await expect.poll(() => home.opened).toEqual([home.path]);
      expect(readFileSync(table, 'utf8')).toContain(`step,'=Sand,to do,,2091-05-13,90,outdoors`);

      const calendar = join(home.path, 'boat.ics');
      await exchange.export('the plan as calendar', calendar);
      await frame.notice.getByText('The plan is exported as boat.ics.').waitFor();
      expect(readFileSync(calendar, 'utf8')).toContain('DUE;VALUE=DATE:20910513\r\n');
      await exchange.export('the plan as calendar', home.vault + '.ics/no/such/folder.ics');
      await frame.notice.getByText('could not be written there').waitFor();

      const before = await planned(app);
      await exchange.choose(table);
      await exchange.preview('boat.csv').getByRole('button', { name: 'Bring in' }).press('Enter');
      await expect.poll(() => planned(app)).toEqual([...before, ...before]);
    },
  );

  journey(
    'goes out as a map, an outline, a canvas and lists, and each comes in again as it was',
    async ({ home, app, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
      await outline.paste('- [ ] Sand (due 2091-05-13) #outdoors\n- [x] Paint');
      await outline.row('Paint').waitFor();
      const exchange = new Exchange(page, home);
      const before = await planned(app);
      const wanted = [...before];
      for (const [words, ending, within] of [
        ['mind map', 'mm', '<icon BUILTIN="button_ok"/>'],
        ['outline', 'opml', 'cairn:due="2091-05-13"'],
        ['canvas', 'canvas', '"due":"2091-05-13"'],
        ['Markdown', 'md', '[ ] Sand (due 2091-05-13) #outdoors\n'],
        ['indented text', 'txt', 'Paint (kind step) (state done)'],
      ] as const) {
        const path = join(home.path, `boat.${ending}`);
        await exchange.export(`the plan as ${words}`, path);
        await frame.notice.getByText(`The plan is exported as boat.${ending}.`).waitFor();
        expect(readFileSync(path, 'utf8'), ending).toContain(within);
      }
      for (const ending of ['mm', 'opml', 'canvas', 'md', 'txt']) {
        await exchange.choose(join(home.path, `boat.${ending}`));
        const preview = exchange.preview(`boat.${ending}`);
        await preview.getByRole('button', { name: 'Bring in' }).press('Enter');
        wanted.push(...before);
        await expect.poll(() => planned(app)).toEqual(wanted);
      }
    },
  );

  journey('goes out in part when a branch is in focus', async ({ home, window }) => {
    const { page, outline, frame } = await ownPlan(window.page, [
      'A boat',
      '  The hull',
      '  A flag',
    ]);
    await outline.pick('The hull');
    await page.keyboard.press('Control+Alt+f');
    await expect.poll(() => outline.rows()).toEqual(['goal: The hull']);
    const exchange = new Exchange(page, home);
    await exchange.export('“The hull” as mind map', join(home.path, 'hull.mm'));
    await frame.notice.getByText('“The hull” is exported as hull.mm.').waitFor();
    const wrote = readFileSync(join(home.path, 'hull.mm'), 'utf8');
    expect(wrote).toContain('TEXT="The hull"');
    expect(wrote).not.toContain('A flag');
    expect(wrote).not.toContain('A boat');
  });
});
