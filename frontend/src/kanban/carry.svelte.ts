import { EdgeScroll } from '../gesture/edge';
import type { Point } from '../gesture/press';
import { gapBetween } from './drop';
import type { Panes } from './panes';
import type { View } from './view.svelte';

/** A drag of a column by its head. It moves when the hand lets go. */
export class Carry {
  /** The column in the hand; '' = none. */
  id = $state('');
  point = $state.raw<Point>({ x: 0, y: 0 });
  /** The column after which it would lie; '' = first. */
  afterId = $state('');

  #across: EdgeScroll | null = null;

  constructor(
    readonly view: View,
    readonly panes: Panes,
    readonly move: (id: string, afterId: string) => void,
  ) {}

  get active(): boolean {
    return this.id !== '';
  }

  /** The column before which the line is drawn that says where it would lie; '' = behind the last. */
  get beforeId(): string {
    const { columns } = this.view;
    return columns[columns.findIndex(({ id }) => id === this.afterId) + 1]?.id ?? '';
  }

  start(id: string, at: Point): boolean {
    const { surface } = this.panes;
    if (!surface || this.view.all) return false;
    this.id = id;
    this.#across = new EdgeScroll(surface, () => this.#find(), 'x');
    this.to(at);
    return true;
  }

  to(point: Point): void {
    this.point = point;
    this.#across?.at(point.x);
    this.#find();
  }

  /** Lets go here. */
  end(): void {
    const { id, afterId } = this;
    this.cancel();
    this.move(id, afterId);
  }

  cancel(): void {
    this.#across?.stop();
    this.#across = null;
    this.id = '';
  }

  #find(): void {
    const ids = this.view.columns.map(({ id }) => id);
    this.afterId = ids[gapBetween(this.panes.ends(ids), this.point.x) - 1] ?? '';
  }
}
