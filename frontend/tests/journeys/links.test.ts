import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { call } from '../house/vault';
import { ownPlan } from '../pages/hands';

describe('a link', () => {
  journey(
    'in a note opens outside, and the window stays where it is',
    async ({ home, app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, ['A boat']);
      await outline.pick('A boat');
      const notes =
        'See https://example.org/boats and [mail](mailto:ada@example.org) or [bad](javascript:alert(1)) or [file](file:///etc/passwd)';
      await details.write('Notes', notes);
      await details.panel.getByRole('link', { name: 'https://example.org/boats' }).click();
      await expect.poll(() => home.opened).toEqual(['https://example.org/boats']);
      await details.panel.getByRole('link', { name: 'mail' }).click();
      await expect
        .poll(() => home.opened)
        .toEqual(['https://example.org/boats', 'mailto:ada@example.org']);
      await details.panel
        .getByRole('link', { name: 'https://example.org/boats' })
        .click({ button: 'middle' });
      await details.panel
        .getByRole('link', { name: 'https://example.org/boats' })
        .click({ modifiers: ['ControlOrMeta'] });
      await expect.poll(() => home.opened.length).toBe(4);
      for (const name of ['bad', 'file'])
        expect(await details.panel.getByRole('link', { name }).count()).toBe(0);
      expect(page.context().pages()).toHaveLength(1);
      expect(page.url()).toBe(app.url + '/');
    },
  );

  journey(
    'is opened only if it leads to the web or to a mail address',
    async ({ home, window }) => {
      for (const link of [
        'javascript:alert(1)',
        'file:///etc/passwd',
        'data:text/html,hello',
        'vbscript:x',
        'smb://host/share',
        '/etc/passwd',
        'https:',
        'https://user:secret@example.org',
        ' ',
        'HTTPS://',
        'cairn://open',
      ]) {
        const answer = await call(window.page, 'Links', 'Follow', link).then(
          () => 'opened',
          (error: unknown) => String(error),
        );
        expect(answer, link).toContain('error.link_refused');
      }
      await call(window.page, 'Links', 'Follow', 'https://example.org/last');
      await expect.poll(() => home.opened).toEqual(['https://example.org/last']);
    },
  );
});

describe('the window never goes elsewhere', () => {
  journey('by a file, a link or a text that is dropped on it', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, ['A boat']);
    const dropped = await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.setData('text/uri-list', 'https://example.org/');
      transfer.setData('text/html', '<a href="https://example.org/">there</a>');
      const events = (['dragenter', 'dragover', 'drop'] as const).map(
        (type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
      const target = document.querySelector('[role=tree]')!;
      for (const event of events) target.dispatchEvent(event);
      return events
        .filter((event) => event.type !== 'dragenter')
        .map((event) => event.defaultPrevented);
    });
    expect(dropped).toEqual([true, true]);
    expect(page.url()).toBe(app.url + '/');
  });

  journey('by a link or a form that slipped in', async ({ home, app, window }) => {
    const { page } = await ownPlan(window.page, ['A boat']);
    await page.evaluate((here) => {
      const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, set: object) => {
        const element = Object.assign(document.createElement(tag), set);
        document.body.append(element);
        return element;
      };
      add('a', { href: here + '/plain', textContent: 'go' }).click();
      add('a', { href: here + '/window', target: '_blank', textContent: 'go' }).click();
      add('form', { action: here + '/form', method: 'post' }).requestSubmit();
    }, 'http://127.0.0.1:9');
    await expect
      .poll(() => [...home.opened].sort())
      .toEqual(['http://127.0.0.1:9/plain', 'http://127.0.0.1:9/window']);
    expect(page.url()).toBe(app.url + '/');
    expect(page.context().pages()).toHaveLength(1);
  });
});
