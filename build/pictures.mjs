// Draws the pictures of the sample plans anew: each internal/sample/pictures/*.svg
// becomes the two JPEGs beside it, which the program ships.
//   node build/pictures.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../frontend/package.json', import.meta.url));
const { chromium } = require('playwright-core');

/** The longest sides of a picture, in pixels. */
const LARGE = 1200;
const SMALL = 480;
const QUALITY = 78;

const folder = new URL('../internal/sample/pictures/', import.meta.url);
const fonts = new URL('../frontend/node_modules/@fontsource/newsreader/files/', import.meta.url);

/** The serif of the house, for the cover of the book. */
const face = (style, weight) => {
  const file = readFileSync(new URL(`newsreader-latin-${weight}-${style}.woff`, fonts));
  return `@font-face { font-family: 'Cairn Serif'; font-style: ${style}; font-weight: ${weight};
    src: url(data:font/woff;base64,${file.toString('base64')}) }`;
};

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const name of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const svg = readFileSync(new URL(name, folder), 'utf8');
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const drawn = async (long) => {
    const scale = long / Math.max(width, height);
    const size = {
      width: Math.round(width * scale),
      height: Math.round(height * scale),
    };
    await page.setViewportSize(size);
    await page.setContent(
      `<style>${face('normal', 500)}${face('italic', 400)}body { margin: 0 }
       svg { display: block; width: ${size.width}px; height: ${size.height}px }</style>${svg}`,
    );
    await page.evaluate(() => document.fonts.ready);
    return page.screenshot({ type: 'jpeg', quality: QUALITY });
  };
  writeFileSync(new URL(name.replace('.svg', '.jpg'), folder), await drawn(LARGE));
  writeFileSync(new URL(name.replace('.svg', '-small.jpg'), folder), await drawn(SMALL));
}
await browser.close();
