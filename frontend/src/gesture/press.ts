// One press of a mouse, pen or finger: a tap, a drag or, for a finger that
// rests, a hold. HTML5 drag and drop is not used (it is broken in WebKitGTK).

/** How far a mouse or pen travels before it drags, in px. */
const THRESHOLD = 5;
/** How long a finger rests before it lifts what lies below it, in ms. */
const REST = 420;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a drag is now, and which keys are held. */
export interface Stroke extends Point {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, on a Mac Cmd. */
  readonly mod: boolean;
}

/** What a press may become. Exactly one of drop and cancel follows a start that said yes. */
export interface Presser {
  /** The press begins to drag what was pressed; false leaves it alone. */
  start(event: PointerEvent): boolean;
  move(point: Stroke): void;
  drop(point: Stroke): void;
  cancel(): void;
  /** Let go where it was pressed. */
  tap(event: PointerEvent): void;
  /** A finger rested and was lifted again. */
  hold(event: PointerEvent): void;
  /** True where a finger drags at once, without a rest before. */
  atOnce?(event: PointerEvent): boolean;
}

type Stage = 'pressed' | 'lifted' | 'dragging';

/**
 * Listens for presses on a surface until the function it returns is called.
 * Presses that accepts refuses (a text field, a button) are left alone.
 */
export function listenForPresses(
  surface: HTMLElement,
  accepts: (event: PointerEvent) => boolean,
  presser: Presser,
): () => void {
  let press: Press | null = null;
  const down = (event: PointerEvent) => {
    if (press || event.button !== 0 || !event.isPrimary || !accepts(event)) return;
    press = new Press(surface, event, presser, () => (press = null));
  };
  // A finger that drags must not scroll. Only a listener that is not passive can say
  // so, and only one that was there before the finger: it is when this is decided.
  const touch = (event: TouchEvent) => press?.touch(event);
  surface.addEventListener('pointerdown', down);
  surface.addEventListener('touchmove', touch, { passive: false });
  return () => {
    press?.end();
    surface.removeEventListener('pointerdown', down);
    surface.removeEventListener('touchmove', touch);
  };
}

class Press {
  #stage: Stage = 'pressed';
  readonly #ends = new AbortController();
  readonly #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #atOnce: boolean;

  constructor(
    readonly surface: HTMLElement,
    readonly first: PointerEvent,
    readonly presser: Presser,
    readonly gone: () => void,
  ) {
    const signal = this.#ends.signal;
    this.#atOnce = presser.atOnce?.(first) ?? false;
    const own = (handle: (event: PointerEvent) => void) => (event: PointerEvent) => {
      if (event.pointerId === first.pointerId) handle(event);
    };
    window.addEventListener(
      'pointermove',
      own((e) => this.#move(e)),
      { signal },
    );
    window.addEventListener(
      'pointerup',
      own((e) => this.#up(e)),
      { signal },
    );
    window.addEventListener(
      'pointercancel',
      own(() => this.end()),
      { signal },
    );
    window.addEventListener('blur', () => this.end(), { signal });
    window.addEventListener('keydown', (e) => this.#key(e), { signal, capture: true });
    if (first.pointerType === 'touch') this.#rest = setTimeout(() => this.#lift(), REST);
  }

  /** Ends the press; a drag under way is cancelled. */
  end(): void {
    const dragging = this.#stage === 'dragging';
    this.#finish();
    if (dragging) this.presser.cancel();
  }

  /** Once a finger has lifted something, it scrolls no more. */
  touch(event: TouchEvent): void {
    if ((this.#stage !== 'pressed' || this.#atOnce) && event.cancelable) event.preventDefault();
  }

  #finish(): void {
    clearTimeout(this.#rest);
    this.#ends.abort();
    if (this.surface.hasPointerCapture(this.first.pointerId))
      this.surface.releasePointerCapture(this.first.pointerId);
    this.gone();
  }

  #lift(): void {
    this.#stage = 'lifted';
  }

  #move(event: PointerEvent): void {
    if (this.#stage === 'dragging') return this.presser.move(strokeOf(event));
    const far = Math.hypot(event.clientX - this.first.clientX, event.clientY - this.first.clientY);
    if (far < THRESHOLD) return;
    const scrolls = event.pointerType === 'touch' && this.#stage !== 'lifted' && !this.#atOnce;
    if (scrolls || !this.presser.start(this.first)) return this.#finish();
    this.#stage = 'dragging';
    this.surface.setPointerCapture(event.pointerId);
    this.presser.move(strokeOf(event));
  }

  #up(event: PointerEvent): void {
    const stage = this.#stage;
    this.#finish();
    if (event.pointerType === 'touch' && stage !== 'pressed') swallowClick();
    if (stage === 'dragging') this.presser.drop(strokeOf(event));
    else if (stage === 'lifted') this.presser.hold(event);
    else this.presser.tap(event);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#stage !== 'dragging') return;
    event.preventDefault();
    event.stopPropagation();
    this.end();
  }
}

/** A finger that is lifted clicks once more, on whatever has come to lie below it meanwhile. */
function swallowClick(): void {
  const swallow = (event: TouchEvent) => event.preventDefault();
  window.addEventListener('touchend', swallow, { once: true, capture: true, passive: false });
}

function strokeOf(event: PointerEvent): Stroke {
  const { clientX: x, clientY: y, shiftKey: shift, altKey: alt } = event;
  return { x, y, shift, alt, mod: event.ctrlKey || event.metaKey };
}
