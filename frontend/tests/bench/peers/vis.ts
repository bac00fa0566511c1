import { DataSet, Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import type { Changes } from '../../../src/plan/types';
import { barsOf } from './bars';
import type { Racer } from './timelines';

/** So many days are in sight. */
const SPANS = [28, 80, 650, 3650];

/** vis-timeline, a group for each bar, as ours has a line for each. */
export default function vis(client: Changes): Racer {
  const bars = barsOf(client);
  const items = bars.map(({ id, text, start, end }) => ({
    id,
    content: text,
    start,
    end,
    group: id,
  }));
  const groups = bars.map(({ id, text }) => ({ id, content: text }));
  const [first] = bars;
  const begin = first?.start ?? new Date();
  const until = (days: number) => new Date(begin.getTime() + days * 86_400_000);
  let timeline: Timeline | undefined;
  return {
    bar: '.vis-item',
    surface: () => {
      const pane = document.querySelector<HTMLElement>('.vis-vertical-scroll, .vis-left');
      if (!pane) throw new Error('nothing of it scrolls');
      return pane;
    },
    zoom(level: number): void {
      timeline?.setWindow(begin, until(SPANS[level] ?? 80), { animation: false });
    },
    mount(target: HTMLElement): void {
      timeline = new Timeline(target, new DataSet(items), new DataSet(groups), {
        height: '740px',
        maxHeight: 740,
        stack: false,
        verticalScroll: true,
        zoomKey: 'ctrlKey',
        start: begin,
        end: until(80),
        orientation: 'top',
      });
    },
  };
}
