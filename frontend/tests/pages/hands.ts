import type { Page } from 'playwright-core';
import { Board } from './board';
import { Details } from './details';
import { Filter } from './filter';
import { Frame } from './frame';
import { Outline } from './outline';
import { Palette } from './palette';
import { StartScreen } from './start';

/** Everything in a window that a hand can be laid on. */
export interface Hands {
  page: Page;
  start: StartScreen;
  outline: Outline;
  board: Board;
  filter: Filter;
  frame: Frame;
  details: Details;
  palette: Palette;
}

export function hands(page: Page): Hands {
  return {
    page,
    start: new StartScreen(page),
    outline: new Outline(page),
    board: new Board(page),
    filter: new Filter(page),
    frame: new Frame(page),
    details: new Details(page),
    palette: new Palette(page),
  };
}

/** A window on an own plan with these lines in it, written by hand. */
export async function ownPlan(page: Page, lines: readonly string[]): Promise<Hands> {
  const all = hands(page);
  await all.start.begin('Me');
  await all.outline.firstLine.waitFor();
  await all.outline.write(lines);
  return all;
}

/** Says in the settings that one sits beside others. */
export async function sitBeside(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('checkbox', { name: 'I sit beside others' }).press('Space');
  await page.keyboard.press('Escape');
}

/** A window on the sample plan. */
export async function samplePlan(page: Page): Promise<Hands> {
  const all = hands(page);
  await all.start.openSample();
  return all;
}
