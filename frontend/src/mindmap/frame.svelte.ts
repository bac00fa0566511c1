import {
  type Box,
  type Camera,
  fitting,
  holds,
  seen,
  showing,
  type Size,
  within,
  zoomed,
} from '../gesture/camera';

/** How far around the window nodes are kept ready, in px, and how much farther they may stay. */
const READY = 240;
const STALE = 3;

/** The window onto the map: how near, which part, and how much around it is kept ready. */
export class Frame {
  camera = $state.raw<Camera>({ x: 0, y: 0, s: 1 });
  size = $state.raw<Size>({ width: 0, height: 0 });
  /** The part of the map whose nodes are in the document. */
  cover = $state.raw<Box>({ left: 0, top: 0, right: 0, foot: 0 });

  /** What there is to be seen: something of it always is. */
  bounds: Box = { left: 0, top: 0, right: 0, foot: 0 };

  /** Looks at another part, or nearer or farther. */
  look(camera: Camera): void {
    this.camera = within(camera, this.size, this.bounds);
    this.#uncover();
  }

  move(dx: number, dy: number): void {
    const { x, y, s } = this.camera;
    this.look({ x: x + dx, y: y + dy, s });
  }

  /** Nearer or farther around a point of the window, its middle when none is told. */
  zoom(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    this.look(zoomed(this.camera, factor, x, y));
  }

  /** Shows a part of the map whole, with so many px around it. */
  fit(box: Box, margin?: number): void {
    this.look(fitting(box, this.size, margin));
  }

  /** Brings a part of the map into the window, with as little of a move as possible. */
  show(box: Box): void {
    if (this.size.width > 0) this.look(showing(this.camera, this.size, box));
  }

  /** The window is so large now; what lay in its middle stays there. */
  resize(size: Size): void {
    const { width, height } = this.size;
    this.size = size;
    if (width > 0) this.move((size.width - width) / 2, (size.height - height) / 2);
    else this.#uncover();
  }

  #uncover(): void {
    const { camera, size, cover } = this;
    const wide = (cover.right - cover.left) * camera.s;
    const stale = wide > STALE * (size.width + 2 * READY);
    if (stale || !holds(cover, seen(camera, size)))
      this.cover = seen(camera, size, READY * Math.min(1, camera.s));
  }
}
