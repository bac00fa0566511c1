import { flushSync, mount as draw } from 'svelte';
import type { Changes } from '../../../src/plan/types';
import { barsOf } from './bars';
import Svar from './Svar.svelte';
import type { Racer } from './timelines';

export interface SvarProps {
  tasks: unknown[];
  links: unknown[];
}

/** SVAR's Gantt for Svelte. */
export default function svar(client: Changes): Racer {
  const tasks = barsOf(client).map((bar) => ({ ...bar, type: 'task', progress: 10, parent: 0 }));
  const links = client.links.map(({ id, fromId, toId }) => ({
    id,
    source: toId,
    target: fromId,
    type: 'e2s',
  }));
  let drawn: { zoom: (level: number) => void } | undefined;
  return {
    bar: '.wx-bar',
    surface: () => {
      const all = [...document.querySelectorAll<HTMLElement>('[class*=wx-]')];
      const pane = all.find(
        (one) =>
          one.scrollHeight > one.clientHeight + 50 &&
          /auto|scroll/.test(getComputedStyle(one).overflowY),
      );
      if (!pane) throw new Error('nothing of it scrolls');
      return pane;
    },
    zoom(level: number): void {
      drawn?.zoom(level);
      flushSync();
    },
    mount(target: HTMLElement): void {
      drawn = draw(Svar, { target, props: { tasks, links } }) as typeof drawn;
      flushSync();
    },
  };
}
