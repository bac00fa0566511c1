import type { Desk } from '../commands/desk';
import { Turns } from '../plan/turns';
import type { Changes } from '../plan/types';
import { t, tn } from '../text/text';
import type { Placed } from './layout';
import { arrowOf } from './order';
import type { Drawn, View } from './view.svelte';
import { NEW, woven, type Wish } from './weaving';
import { beyond, earlier, later, onto } from './wishes';

/** How what the hand holds goes elsewhere in its flow; however many they are, it is one step of undo. */
export class Moves {
  readonly #turns = new Turns();

  constructor(
    readonly desk: Desk,
    readonly view: View,
  ) {}

  later(): void {
    this.#move((held) => later(this.view.order, held), 'flow.moved.later');
  }

  earlier(): void {
    this.#move((held) => earlier(this.view.order, held), 'flow.moved.earlier');
  }

  /** Past the next neighbour in the same layer that stays; what comes after what stays too. */
  across(step: 1 | -1): void {
    this.#move((held) => {
      const other = this.#neighbour(held, step);
      return other ? beyond(this.view.order, held, other, step === 1 ? 1 : 0) : null;
    }, 'flow.moved');
  }

  #neighbour(held: readonly string[], step: 1 | -1): string | undefined {
    const { layout, boxes, active } = this.view;
    const own = boxes.get(active);
    const beyondIt = ({ layer, at }: Placed) =>
      own && layer === own.layer && (at - own.at) * step > 0;
    const others = layout.boxes.filter(
      (box) => beyondIt(box) && this.view.isMember(box.id) && !held.includes(box.id),
    );
    return (step === 1 ? others[0] : others.at(-1))?.id;
  }

  /** Puts what the hand holds onto an arrow. */
  onto({ before, after }: Pick<Drawn, 'before' | 'after'>): void {
    const arrow = arrowOf(this.view.order, before, after);
    this.#move((held) => (arrow ? onto(this.view.order, held, arrow) : null), 'flow.moved');
  }

  /** Puts what the hand holds before (0) or after (1) another one in the order. */
  beyond(other: string, side: 0 | 1): void {
    this.#move((held) => beyond(this.view.order, held, other, side), 'flow.moved');
  }

  #move(
    find: (held: readonly string[]) => Wish | null,
    says: 'flow.moved' | 'flow.moved.later' | 'flow.moved.earlier',
  ): void {
    const { held } = this.view;
    void this.#turns.take(async () => {
      const wish = held.length > 0 && held.every((id) => this.view.isMember(id)) && find(held);
      if (!wish || !(await weave(this.desk, this.view, wish))) return;
      this.view.reach();
      const { title = '' } = this.desk.mirror.item(held[0] ?? '') ?? {};
      this.view.say(held.length === 1 ? t(says, { title }) : tn('flow.several', held.length));
    });
  }
}

/** Writes what makes a wish come true, as one step; title is that of an item to be made. */
export function weave(
  desk: Desk,
  view: View,
  wish: Wish,
  title = '',
): Promise<Changes | undefined> {
  const { afterId, waits, cut } = woven(view.links, view.order, wish);
  const stays = wish.ids.join() === view.order.ids.join();
  const planId = stays ? '' : desk.mirror.planId;
  const [id = NEW, ...rest] = wish.held;
  return desk.edits.weave({
    id,
    with: rest,
    kind: kindIn(desk, view),
    title,
    place: { planId, parentId: view.scope, afterId },
    waits: [...waits],
    cut: [...cut],
  });
}

/** What is new is a step; below a vision and at the top of a plan it is what follows there. */
function kindIn({ mirror }: Desk, { scope }: View): 'step' | '' {
  const kind = mirror.item(scope)?.kind;
  return kind === undefined || kind === 'vision' ? '' : 'step';
}
