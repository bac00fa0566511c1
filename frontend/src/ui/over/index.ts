// What lies over the page, made with bits-ui.
export { default as Menu } from './Menu.svelte';
export { default as Popover } from './Popover.svelte';
export { default as Sheet } from './Sheet.svelte';
export { default as Tip } from './Tip.svelte';
