/** How long a window rests before its place is kept, in ms. */
const REST = 400;

/**
 * Has the place of the window kept: soon after it was resized, and when the
 * hand leaves it. A page does not hear that its window was moved; leaving comes
 * after that, and closing keeps the place as well (app/window.go).
 */
export function keepPlace(page: Window, keep: () => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), REST);
  };
  page.addEventListener('resize', soon);
  page.addEventListener('blur', soon);
}
