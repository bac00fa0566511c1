import type { Racer } from './timelines';

/** An empty page that scrolls: what is lost on it no timeline is to blame for. */
export default function bare(): Racer {
  return {
    bar: '.bare > div',
    surface() {
      const pane = document.querySelector<HTMLElement>('.bare');
      if (!pane) throw new Error('there is no pane');
      return pane;
    },
    zoom: () => undefined,
    mount(target: HTMLElement): void {
      target.innerHTML =
        '<div class="bare" style="overflow: auto; flex: 1"><div style="height: 300000px"></div></div>';
    },
  };
}
