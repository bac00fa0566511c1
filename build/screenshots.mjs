// Takes the pictures for screenshots.sh:
//   node screenshots.mjs FOLDER demo=URL first=URL problem=URL
// A new view adds its lines to `views`.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(new URL('../frontend/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const [folder, ...given] = process.argv.slice(2);
const address = Object.fromEntries(given.map((pair) => pair.split(/=(.*)/s)));

const wide = { width: 1280, height: 800 };
const small = { width: 1024, height: 700 };
const narrow = { width: 640, height: 700 };

const press = (keys) => (page) => page.keyboard.press(keys);
const type = (text) => (page) => page.keyboard.type(text);
const click = (name) => (page) => page.getByRole('button', { name }).click();
const gone = (title) => (page) =>
  page.getByText(title, { exact: true }).waitFor({ state: 'detached' });
const spare = 'Put pen and paper beside the kettle';
const side = (name) => async (page) => {
  const button = page.getByRole('button', { name, exact: true });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
};
const view = (name) => (page) =>
  page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name, exact: true })
    .click();
const grouped = async (page) => {
  await page.getByRole('button', { name: /^Group: / }).click();
  await page.getByRole('menu').getByText('goal', { exact: true }).click();
};
const allPlans = async (page) => {
  const button = page.getByRole('button', { name: 'All plans', exact: true });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
};
const plan = (name) => async (page) => {
  await page.getByRole('button', { name: /^Plans/ }).click();
  await page.getByRole('menu').getByText(name, { exact: true }).click();
};
/** Goes to another plan, and waits until its rows are there. */
const other = (name) => async (page) => {
  await plan(name)(page);
  await page.getByRole('button', { name: `Plans: ${name}`, exact: true }).waitFor();
  await page.locator('[data-row]').first().waitFor();
};
const shownLens = (page) => page.locator('[data-lens]').first().waitFor();
const sum = (page) => page.getByRole('button', { name: /hows?( is| are|\?)/ }).click();
const goal = async (page) => {
  await page.locator('.row.goal [data-words]').first().click();
  await page.keyboard.press('Escape');
};
const dialog = (page) => page.getByRole('dialog').waitFor();
const looking = (page) => page.getByText('And from here?').waitFor();
const drawn = (page) => page.getByRole('img', { name: /^The roadmap of/ }).waitFor();
const boxes = (page) => page.locator('[data-box]').first().waitFor();
const bars = (page) => page.locator('[data-bar]').first().waitFor();
const nodes = (page) => page.locator('[data-node]').first().waitFor();
const summed = (page) => page.locator('.balance .sums').waitFor();
const keys =
  (...all) =>
  async (page) => {
    for (const one of all) await page.keyboard.press(one);
  };
const begin = (page) => page.getByRole('button', { name: 'Begin' }).first().click();
const row = (title) => (page) => page.getByText(title, { exact: true }).first().click();

/** Says words to one question of a session after the other; null says nothing to it. */
const said =
  (...answers) =>
  async (page) => {
    const question = page.locator('.session h1');
    for (const words of answers) {
      const before = await page.locator('.session').innerText();
      if (words !== null) await page.keyboard.type(words);
      await page.keyboard.press(words === null ? 'Control+Enter' : 'Enter');
      await page.waitForFunction(
        (then) => document.querySelector('.session')?.innerText !== then,
        before,
      );
      await question.waitFor();
    }
  };
/** A plan remembers which way its flow goes: only the first time there is something to press. */
const down = async (page) => {
  const button = page.getByRole('button', { name: /down/i });
  if ((await button.count()) > 0) await button.first().click();
};
const asked = (page) => page.locator('.session h1').waitFor();

const shown = (words) => (page) => page.getByText(words, { exact: true }).waitFor();
const broken = (page) => page.evaluate(() => void Promise.reject(new Error('a picture of it')));

// Each view: which app, what size, what a hand does to get there, and what it
// did before, once for all pictures of that app.
const views = [
  { name: 'first-start', app: 'first', size: wide },
  { name: 'first-start-1024', app: 'first', size: small },
  { name: 'first-start-640', app: 'first', size: narrow },
  { name: 'problem', app: 'problem', size: wide },
  { name: 'ground', app: 'Dropbox', size: wide, before: [click('My family')] },
  { name: 'mishap', app: 'demo', size: wide, go: [broken] },
  {
    name: 'about',
    app: 'demo',
    size: wide,
    go: [
      press('Control+k'),
      dialog,
      type('About Cairn'),
      press('Enter'),
      row('It stands on the work of others'),
      shown('svelte'),
    ],
  },
  { name: 'outline', app: 'demo', size: wide },
  { name: 'outline-1024', app: 'demo', size: small },
  { name: 'balance', app: 'demo', size: wide, go: [view('Balance'), summed] },
  { name: 'balance-640', app: 'demo', size: narrow, go: [view('Balance'), summed] },
  {
    name: 'balance-cairn',
    app: 'demo',
    size: wide,
    go: [view('Balance'), summed, click('The cairn')],
  },
  {
    name: 'balance-shelf',
    app: 'demo',
    size: wide,
    go: [view('Balance'), summed, click('The shelf')],
  },
  {
    name: 'details',
    app: 'demo',
    size: wide,
    go: [row('Write chapter 12, the crossing'), side('Details')],
  },
  {
    name: 'palette',
    app: 'demo',
    size: wide,
    go: [row('Write chapter 12, the crossing'), press('Control+k'), dialog, type('letter')],
  },
  {
    name: 'palette-about',
    app: 'demo',
    size: wide,
    go: [press('Control+k'), dialog, type('letter'), press('Tab')],
  },
  {
    name: 'palette-unasked',
    app: 'demo',
    size: wide,
    go: [press('Control+k'), dialog],
  },
  { name: 'checkin', app: 'demo', size: wide, go: [press('Control+Shift+I'), dialog, looking] },
  {
    name: 'checkin-640',
    app: 'demo',
    size: narrow,
    go: [press('Control+Shift+I'), dialog, looking],
  },
  {
    name: 'settings',
    app: 'demo',
    size: wide,
    go: [press('Control+,'), dialog],
  },
  { name: 'shortcuts', app: 'demo', size: wide, go: [press('F1'), dialog] },
  {
    name: 'menu',
    app: 'demo',
    size: wide,
    go: [
      row('Write chapter 12, the crossing'),
      press('Escape'),
      press('Shift+F10'),
      press('k'),
      press('ArrowRight'),
    ],
  },
  { name: 'ideas', app: 'demo', size: wide, go: [side('Ideas')] },
  {
    name: 'trash',
    app: 'demo',
    size: wide,
    before: [row(spare), press('Escape'), press('Delete'), gone(spare)],
    go: [side('Trash')],
  },
  {
    name: 'board',
    app: 'demo',
    size: wide,
    go: [view('Board'), row('Write chapter 12, the crossing')],
  },
  { name: 'board-1024', app: 'demo', size: small, go: [view('Board')] },
  {
    name: 'board-1920',
    app: 'demo',
    size: { width: 1920, height: 1080 },
    go: [view('Board')],
  },
  {
    name: 'board-grouped',
    app: 'demo',
    size: wide,
    go: [view('Board'), grouped],
  },
  { name: 'board-all', app: 'demo', size: wide, go: [view('Board'), allPlans] },
  // The plan remembers its view, its filter and what stands at its side: these come last.
  {
    name: 'filter',
    app: 'demo',
    size: wide,
    go: [view('Outline'), press('Control+f'), press('Control+a'), type('letter')],
  },
  { name: 'new-plan', app: 'demo', size: wide, go: [plan('New plan…')] },
  { name: 'career', app: 'demo', size: wide, go: [other('A career change')] },
  { name: 'dog', app: 'demo', size: wide, go: [other('A calmer dog')] },
  {
    name: 'lens',
    app: 'demo',
    size: wide,
    before: [
      other('A calmer dog'),
      press('Control+k'),
      dialog,
      type('Details'),
      press('Escape'),
      row('Pace it out again at the pond, where dogs run free'),
      press('Enter'),
      type('Stay calm at the pond'),
      press('Escape'),
    ],
    go: [row('Stay calm at the pond'), press('Escape'), shownLens, press('Control+l'), dialog],
  },
  {
    name: 'hows',
    app: 'demo',
    size: wide,
    go: [row('Stay calm at the pond'), press('Escape'), press('Control+Shift+l'), dialog],
  },
  { name: 'review', app: 'demo', size: wide, go: [sum, dialog] },
  {
    name: 'goal',
    app: 'demo',
    size: wide,
    go: [goal, press('Control+Shift+e'), dialog],
  },
  {
    name: 'goal-1024',
    app: 'demo',
    size: small,
    go: [goal, press('Control+Shift+e'), dialog],
  },
  {
    name: 'client',
    app: 'demo',
    size: wide,
    go: [press('Control+k'), dialog, type('> Values, people'), press('Enter'), shown('Values')],
  },
  {
    name: 'report',
    app: 'demo',
    size: wide,
    go: [
      press('Control+k'),
      dialog,
      type('> A report'),
      press('Enter'),
      (page) => page.getByRole('img', { name: 'The report as it will look' }).waitFor(),
    ],
  },
  {
    name: 'review',
    app: 'demo',
    size: wide,
    go: [press('Control+Alt+w'), shown('What was done')],
  },
  {
    name: 'roadmap',
    app: 'demo',
    size: wide,
    go: [press('Control+k'), dialog, type('> Roadmap'), press('Enter'), drawn],
  },
  {
    name: 'roadmap-640',
    app: 'demo',
    size: narrow,
    go: [press('Control+k'), dialog, type('> Roadmap'), press('Enter'), drawn],
  },
  {
    name: 'import',
    app: 'demo',
    size: wide,
    go: [
      press('Control+k'),
      dialog,
      type('> Import a file'),
      press('Enter'),
      shown('Bring in phone.ics'),
    ],
  },
  { name: 'today', app: 'demo', size: wide, go: [view('Today')] },
  {
    name: 'today-chosen',
    app: 'demo',
    size: wide,
    before: [view('Today'), click(/^Take the first/)],
    go: [view('Today')],
  },
  { name: 'today-640', app: 'demo', size: narrow, go: [view('Today')] },
  { name: 'one', app: 'demo', size: wide, go: [view('Today'), begin, dialog] },
  {
    name: 'outline-empty',
    app: 'first',
    size: wide,
    before: [click('My pet')],
  },
  { name: 'board-empty', app: 'first', size: wide, go: [view('Board')] },
  { name: 'flow', app: 'demo', size: wide, go: [view('Flow'), boxes] },
  { name: 'flow-640', app: 'demo', size: narrow, go: [view('Flow'), boxes] },
  {
    name: 'flow-down',
    app: 'demo',
    size: wide,
    go: [view('Flow'), boxes, down, click('Fit')],
  },
  { name: 'timeline', app: 'demo', size: wide, go: [view('Timeline'), bars] },
  {
    name: 'timeline-640',
    app: 'demo',
    size: narrow,
    go: [view('Timeline'), bars],
  },
  {
    name: 'timeline-month',
    app: 'demo',
    size: wide,
    go: [view('Timeline'), bars, click(/^Month$/)],
  },
  {
    name: 'map',
    app: 'demo',
    size: wide,
    go: [view('Map'), nodes, keys('Control+i', '0')],
  },
  {
    name: 'map-whole',
    app: 'demo',
    size: wide,
    go: [view('Map'), nodes, keys('Control+Shift+0', '0')],
  },
  { name: 'map-640', app: 'demo', size: narrow, go: [view('Map'), nodes] },
  {
    name: 'map-question',
    app: 'demo',
    size: wide,
    go: [view('Map'), nodes, keys('h')],
  },
  { name: 'map-empty', app: 'first', size: wide, go: [view('Map')] },
  { name: 'today-empty', app: 'first', size: wide, go: [view('Today')] },
  {
    name: 'sessions',
    app: 'demo',
    size: wide,
    go: [press('Control+Shift+a'), dialog],
  },
  {
    name: 'session',
    app: 'demo',
    size: wide,
    before: [
      press('Control+Shift+a'),
      dialog,
      click(/^Plan model/),
      asked,
      said('My weeks', null, 'one day a week at the drawing table'),
      said('Know what four days of pay look like', 'Clear the back room'),
    ],
    go: [asked],
  },
  { name: 'session-640', app: 'demo', size: narrow, go: [asked] },
  {
    name: 'desk',
    app: 'demo',
    size: wide,
    before: [
      press('Escape'),
      press('Control+,'),
      dialog,
      (page) => page.getByRole('checkbox', { name: 'I sit beside others' }).check(),
    ],
    go: [view('Desk')],
  },
  { name: 'desk-640', app: 'demo', size: narrow, go: [view('Desk')] },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const view of views) {
  if (view.before) await prepare(view);
  for (const colorScheme of ['light', 'dark']) await take(view, colorScheme);
}
await browser.close();

async function enter({ app, size }, colorScheme) {
  const page = await browser.newPage({
    viewport: size,
    colorScheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  await page.goto(address[app]);
  await page.locator('#app > *').first().waitFor();
  return page;
}

async function prepare(view) {
  const page = await enter(view, 'light');
  for (const step of view.before) await step(page);
  await page.locator('[data-saving=saved]').waitFor();
  await page.close();
}

async function take(view, colorScheme) {
  const page = await enter(view, colorScheme);
  for (const step of view.go ?? []) await step(page);
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: join(folder, `${view.name}-${colorScheme}.png`),
  });
  await page.close();
}
