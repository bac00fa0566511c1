import { createContext } from 'svelte';
import type { MindMap } from './map';

/** The map that a component stands in; MindMap.svelte gives it. */
export const [useMap, giveMap] = createContext<MindMap>();
