import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { call, item, vault } from '../house/vault';
import { ownPlan } from '../pages/hands';

/** A picture of 1,200 by 771 pixels. */
const FERRY = join(import.meta.dirname, '../../../internal/sample/pictures/ferry.jpg');

/** How wide the picture is that is really drawn; 0 = none is. */
function drawn(image: Locator): Promise<number> {
  return image.evaluate((element) => (element as HTMLImageElement).naturalWidth);
}

describe('pictures', () => {
  journey(
    'a cover is chosen, seen on its card and today, and taken back',
    async ({ app, home, window }) => {
      const { page, outline, details } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sanded',
        '      Buy paper',
      ]);
      const ferry = join(home.path, 'ferry.jpg');
      copyFileSync(FERRY, ferry);
      const phone = join(home.path, 'phone.heic');
      writeFileSync(phone, '\0\0\0\x18ftypheic\0\0\0\0');

      await outline.pick('A boat');
      home.answer(phone);
      await details.panel.getByRole('button', { name: 'Choose a cover picture…' }).click();
      const told = page.getByRole('region', { name: 'Pictures on their way in' });
      await told.getByText('phone.heic').waitFor();
      await told.getByText('Please save it as JPEG first.').waitFor();
      expect(await barriers(page)).toEqual([]);
      await told.getByRole('button', { name: 'Put this away' }).click();
      await told.waitFor({ state: 'detached' });

      home.answer(ferry);
      await details.panel.getByRole('button', { name: 'Choose a cover picture…' }).click();
      const cover = details.panel.getByRole('img', { name: 'Cover picture' });
      await expect.poll(() => drawn(cover)).toBe(1200);
      await details.write('What is to be seen on the picture', 'The night ferry');
      await details.panel.getByRole('img', { name: 'The night ferry' }).waitFor();
      const boat = await item(app, 'A boat');
      const said = async () =>
        (await vault(app)).aspects.filter(
          ({ kind, itemId }) => kind === 'cover' && itemId === boat.id,
        );
      await expect.poll(said).toMatchObject([{ body: { alt: 'The night ferry' } }]);

      await outline.pick('Buy paper');
      await details.panel.getByRole('button', { name: 'Choose a cover picture…' }).click();
      await details.panel.getByRole('img', { name: 'Cover picture' }).waitFor();
      await page.keyboard.press('ControlOrMeta+Shift+T');
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('button', { name: 'Board', exact: true })
        .click();
      await expect.poll(() => drawn(page.locator('[data-card] img.cover'))).toBe(480);
      await page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('button', { name: 'Today', exact: true })
        .click();
      await page.getByRole('article').getByRole('img', { name: 'The night ferry' }).waitFor();
      expect(await barriers(page)).toEqual([]);
    },
  );

  journey(
    'bytes of the page come in through the bridge, and are served by their hash',
    async ({ window }) => {
      const { page } = await ownPlan(window.page, ['A boat']);
      const raw = readFileSync(FERRY);
      const token = await call<string>(page, 'Pictures', 'Expect', 1);
      for (let at = 0; at < raw.length; at += 30_000) {
        const data = raw.subarray(at, at + 30_000).toString('base64');
        const last = at + 30_000 >= raw.length;
        await call(page, 'Pictures', 'Send', { token, name: 'ferry.jpg', data, last });
      }
      const hash = await page.evaluate(
        async (bytes) => {
          const sum = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
          return [...new Uint8Array(sum)]
            .map((byte) => byte.toString(16).padStart(2, '0'))
            .join('');
        },
        [...raw],
      );
      const served = () =>
        page.evaluate(async (path) => {
          const answer = await fetch(path);
          return [answer.status, answer.headers.get('content-type')];
        }, `/media/${hash}/480`);
      await expect.poll(served).toEqual([200, 'image/jpeg']);
    },
  );

  journey('a file is attached as a copy, by keyboard', async ({ app, home, window }) => {
    const { page, outline, details } = await ownPlan(window.page, ['A boat']);
    const letter = join(home.path, 'letter.txt');
    writeFileSync(letter, 'Dear Per,');
    await outline.pick('A boat');
    home.answer(letter);
    await details.panel.getByRole('button', { name: 'Attach', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await details.panel.getByRole('button', { name: 'Open letter.txt' }).waitFor();
    const attached = (await vault(app)).aspects.filter(({ kind }) => kind === 'attachment');
    expect(attached).toMatchObject([{ body: { sort: 'copy', name: 'letter.txt', size: 9 } }]);

    await details.panel.getByRole('button', { name: 'Open letter.txt' }).click();
    await expect.poll(() => home.opened.at(-1)).toMatch(/letter\.txt$/);
    expect(readFileSync(home.opened.at(-1) ?? '', 'utf8')).toBe('Dear Per,');

    const script = join(home.path, 'run.sh');
    writeFileSync(script, '#!/bin/sh\n');
    home.answer(script);
    await details.choose('Attach', 'A file, where it is…');
    await page.getByText('run.sh is a program, or could run one.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
