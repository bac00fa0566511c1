import type { Layout, Placed, Way } from './layout';

/** Where an arrow key leads, as a flow sees it: on, back, or to a neighbour beside. */
export type Step = 'on' | 'back' | 'less' | 'more';

const STEPS: Readonly<Record<Way, Readonly<Record<string, Step>>>> = {
  right: { ArrowRight: 'on', ArrowLeft: 'back', ArrowUp: 'less', ArrowDown: 'more' },
  down: { ArrowDown: 'on', ArrowUp: 'back', ArrowLeft: 'less', ArrowRight: 'more' },
};

/** The step of a key; undefined = it is no arrow. */
export function stepOf(key: string, way: Way): Step | undefined {
  return STEPS[way][key];
}

/** The key that means a step. */
export function keyFor(step: Step, way: Way): string {
  return Object.entries(STEPS[way]).find(([, one]) => one === step)?.[0] ?? '';
}

/** The box where a step leads: along an arrow to the one most straight ahead, or beside; '' = there is none. */
export function walk(layout: Layout, from: string, step: Step, way: Way): string {
  const boxes = new Map(layout.boxes.map((box) => [box.id, box]));
  const own = boxes.get(from);
  if (!own) return layout.boxes[0]?.id ?? '';
  if (step === 'less' || step === 'more') return nearBy(layout, own, step);
  const ends = layout.courses.flatMap((course) => {
    const [start, end] = step === 'on' ? [course.from, course.to] : [course.to, course.from];
    return start === from ? [boxes.get(end)] : [];
  });
  const found = ends.filter((box) => box !== undefined);
  const off = (box: Placed) => Math.abs(middle(box, way) - middle(own, way));
  return found.sort((a, b) => off(a) - off(b))[0]?.id ?? '';
}

/** The next one beside in the same layer; from its last one nowhere. */
function nearBy({ boxes }: Layout, own: Placed, step: 'less' | 'more'): string {
  const at = own.at + (step === 'more' ? 1 : -1);
  return boxes.find((box) => box.layer === own.layer && box.at === at)?.id ?? '';
}

/** The first and the last box of a flow. */
export function end({ boxes }: Layout, which: 'first' | 'last'): string {
  return (which === 'first' ? boxes[0] : boxes.at(-1))?.id ?? '';
}

function middle({ x, y, width, height }: Placed, way: Way): number {
  return way === 'right' ? y + height / 2 : x + width / 2;
}

/** The arrows at a box, one after another, those that lead to it first: the key of the one after the one that is selected. */
export function nextArrow(
  drawn: readonly { readonly key: string; readonly before: string; readonly after: string }[],
  box: string,
  now: string,
): string {
  const own = [
    ...drawn.filter(({ after }) => after === box),
    ...drawn.filter(({ before }) => before === box),
  ].map(({ key }) => key);
  return own[(own.indexOf(now) + 1) % Math.max(1, own.length)] ?? '';
}
