import { createContext } from 'svelte';
import type { Vision } from './vision';

/** The boards that a component stands among; Vision.svelte gives them. */
export const [useVision, giveVision] = createContext<Vision>();
