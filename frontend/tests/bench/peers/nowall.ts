import type { Hanging } from './hanging';

/** An empty page: what frames cost on this machine when nobody draws anything. */
export default function nothing(): Hanging {
  return {
    hang: () => Promise.resolve(),
    take: () => undefined,
    drag: () => undefined,
    drop: () => undefined,
    move: () => undefined,
    zoom: () => undefined,
  };
}
