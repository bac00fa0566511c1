import type { State } from '../plan/types';
import { line, point, type Paint, type Path } from './drawing';
import { halfPebble, pebble, type Spot } from './pebble';

const EDGE = 1.5;
/** How large the tick is beside its stone, and how thick. */
const TICK = { size: 0.2, width: 1.7 } as const;
const MARK: Paint = { role: 'laid-mark' };

/** A step's stone on a drawing: as on the page, how it lies says its state (ui/Stone.svelte). */
export function stoneOf(state: State, place: Spot): Path[] {
  const spot = within(place);
  switch (state) {
    case 'todo':
      return [pebble(spot, { stroke: { role: 's-todo' }, width: EDGE })];
    case 'doing':
      return [
        halfPebble(spot, { fill: { role: 's-doing' } }),
        pebble(spot, { stroke: { role: 's-doing' }, width: EDGE }),
      ];
    case 'waiting':
      return [pebble(spot, { stroke: { role: 's-wait' }, width: EDGE, dash: [2, 3.2] })];
    case 'done':
      return [pebble(spot, { fill: { role: 's-done' } }), tick(spot)];
    case 'parked':
      return [
        halfPebble(spot, { fill: { role: 'ground' } }),
        pebble(spot, { stroke: { role: 's-gone' }, width: EDGE, dash: [0.1, 2.8] }),
      ];
    case 'letgo':
      return [pebble(spot, { stroke: { role: 's-gone' }, width: EDGE }), struck(spot)];
  }
}

/** Where its edge is drawn, all of it inside its place. */
function within({ x, y, width, height }: Spot): Spot {
  return { x: x + EDGE / 2, y: y + EDGE / 2, width: width - EDGE, height: height - EDGE };
}

function tick({ x, y, width, height }: Spot): Path {
  const [left, middle] = [x + width / 2, y + height / 2];
  const size = TICK.size * width;
  const at = (dx: number, dy: number) => point(left + dx * size, middle + dy * size);
  const d = `M ${at(-1, 0.05)} L ${at(-0.25, 0.75)} L ${at(1, -0.8)}`;
  return { is: 'path', d, stroke: MARK, width: TICK.width };
}

function struck({ x, y, width, height }: Spot): Path {
  const [up, down] = [y + height * 0.2, y + height * 0.75];
  return line(x - 3, down, x + width + 3, up, { stroke: { role: 's-gone' }, width: EDGE });
}
