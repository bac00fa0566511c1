/** The sizes that all text can have, in percent; prefs.go keeps to the same ends. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The next size in a direction: 1 larger, -1 smaller. At the end it stays. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const larger = ZOOMS.find((one) => one > zoom);
  const smaller = ZOOMS.findLast((one) => one < zoom);
  return (direction === 1 ? larger : smaller) ?? zoom;
}

/** As far as a wheel turns for one step; a finger on a touchpad gives many small turns. */
const NOTCH = 60;

/** Tells each step of a wheel that turns while Ctrl (on a Mac Cmd) is held, unless the view under it zooms by itself. */
export function onZoomWheel(page: Window, step: (direction: 1 | -1) => void): void {
  let turned = 0;
  page.addEventListener(
    'wheel',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      turned = Math.sign(turned) === Math.sign(event.deltaY) ? turned + event.deltaY : event.deltaY;
      if (Math.abs(turned) < NOTCH) return;
      step(turned < 0 ? 1 : -1);
      turned = 0;
    },
    { passive: false },
  );
}
