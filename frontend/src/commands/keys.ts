/** True on a Mac, where Mod is Cmd. */
export function onMac(agent: string = navigator.userAgent): boolean {
  return /Mac|iPhone|iPad/.test(agent);
}

interface Chord {
  mod: boolean;
  /** The Ctrl of a Mac, where Mod is Cmd. */
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

/** Reads "Mod+Shift+K"; the last part is the key, "Plus" stands for +. */
export function parseKeys(keys: string): Chord {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.includes('Mod'),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: key === 'Space' ? ' ' : key === 'Plus' ? '+' : key,
  };
}

/** True when the event is this chord, and no more keys are held than it names. */
export function matchesKeys(event: KeyboardEvent, keys: string, mac: boolean = onMac()): boolean {
  const chord = parseKeys(keys);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other !== chord.ctrl || mod !== chord.mod || event.altKey !== chord.alt) return false;
  return sameKey(event, chord);
}

/**
 * A letter or digit counts by what it types or, where a modifier changes what
 * it types (Alt on a Mac, a Cyrillic layout), by where it lies. Shift must
 * agree except for signs that themselves need it on some keyboards.
 */
function sameKey(event: KeyboardEvent, chord: Chord): boolean {
  const sign = chord.key.length === 1 && !/[a-z0-9 ]/i.test(chord.key);
  if (!sign && event.shiftKey !== chord.shift) return false;
  if (event.key.toLowerCase() === chord.key.toLowerCase()) return true;
  const lies = /^[a-z]$/i.test(chord.key) ? 'Key' + chord.key.toUpperCase() : 'Digit' + chord.key;
  return (chord.mod || chord.alt) && event.code === lies && !typesLatin(event);
}

/** True when the key types a letter a–z: then what it types decides, not where it lies. */
function typesLatin(event: KeyboardEvent): boolean {
  return /^[a-z]$/i.test(event.key);
}

const ON_MAC: Record<string, string> = {
  Ctrl: '⌃',
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Escape: '⎋',
};
const ELSEWHERE: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' };
const ARROWS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
};

/** The chord as a person reads it: "Ctrl Shift K", on a Mac "⌘⇧K". */
export function showKeys(keys: string, mac: boolean = onMac()): string {
  const names = mac ? ON_MAC : ELSEWHERE;
  return keys
    .split('+')
    .map((part) => names[part] ?? ARROWS[part] ?? part)
    .join(mac ? '' : ' ');
}

/** The chord for aria-keyshortcuts. */
export function ariaKeys(keys: string, mac: boolean = onMac()): string {
  return keys.replace('Ctrl', 'Control').replace('Mod', mac ? 'Meta' : 'Control');
}
