import { createContext } from 'svelte';
import type { Board } from './board';

/** The board that a component stands on; Board.svelte gives it. */
export const [useBoard, giveBoard] = createContext<Board>();
