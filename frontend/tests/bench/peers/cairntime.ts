import { flushSync, mount as draw } from 'svelte';
import Timeline from '../../../src/timeline/Timeline.svelte';
import type { Changes } from '../../../src/plan/types';
import { deskOf } from './cairn';
import type { Racer } from './timelines';

const LEVELS = ['Week', 'Month', 'Year', 'Decade'];

/** Our own timeline, alone in the window, with a vault that answers at once. */
export default function cairn(client: Changes): Racer {
  const desk = deskOf(client);
  return {
    bar: '[data-bar].bar',
    surface: () => {
      const pane = document.querySelector<HTMLElement>('.pane');
      if (!pane) throw new Error('there is no pane');
      return pane;
    },
    zoom(level: number): void {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === LEVELS[level])?.click();
      flushSync();
    },
    mount(target: HTMLElement): void {
      draw(Timeline, { target, props: { desk } });
    },
  };
}
