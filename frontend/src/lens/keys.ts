/** The keys of the lens. */
export const KEYS = { repairs: 'Mod+L', hows: 'Mod+Shift+L' } as const;
