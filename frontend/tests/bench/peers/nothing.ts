import type { Mapper } from './maps';

/** An empty page: what frames cost on this machine when nobody draws anything. */
export default function nothing(): Mapper {
  let page: HTMLElement | undefined;
  return {
    node: 'body',
    element: () => page,
    show: () => undefined,
    add: () => undefined,
    move: () => undefined,
    zoom: () => undefined,
    mount(target: HTMLElement): void {
      page = target;
    },
  };
}
