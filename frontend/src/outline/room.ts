import { createContext } from 'svelte';
import type { Outline } from './outline';

/** The outline that a component stands in; Outline.svelte gives it. */
export const [useOutline, giveOutline] = createContext<Outline>();
