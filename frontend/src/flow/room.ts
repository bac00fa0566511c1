import { createContext } from 'svelte';
import type { Flow } from './flow';

/** The flow that a component stands on; Flow.svelte gives it. */
export const [useFlow, giveFlow] = createContext<Flow>();
