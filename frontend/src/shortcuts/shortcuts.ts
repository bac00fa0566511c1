import { GROUPS, type Command } from '../commands/command';
import { showKeys } from '../commands/keys';
import { plainName } from '../commands/names';
import { plain, wordsOf } from '../plan/words';
import { t, type Key } from '../text/text';

/** One way to do something: what it does, and the chords (or words) that do it. */
export interface Way {
  readonly does: string;
  readonly keys: readonly string[];
  /** Said instead of keys: "click the words". */
  readonly how?: string;
}

/** Ways that belong together. */
export interface Ways {
  readonly title: string;
  readonly ways: readonly Way[];
}

/** What the arrows and their like do on a line; each view answers them itself. */
const ON_A_LINE: readonly (readonly [Key, readonly string[]])[] = [
  ['shortcuts.rows.walk', ['ArrowUp', 'ArrowDown']],
  ['shortcuts.rows.fold', ['ArrowLeft', 'ArrowRight']],
  ['shortcuts.rows.ends', ['Home', 'End']],
  ['shortcuts.rows.pages', ['PageUp', 'PageDown']],
  ['shortcuts.rows.several', ['Shift+ArrowUp', 'Shift+ArrowDown']],
  ['shortcuts.rows.leave', ['Escape']],
  ['shortcuts.rows.menu', ['Shift+F10']],
  ['shortcuts.rows.clip', ['Mod+X', 'Mod+C', 'Mod+V']],
];

/** What they do with a bar of the timeline. */
const IN_TIME: readonly (readonly [Key, readonly string[]])[] = [
  ['shortcuts.time.day', ['ArrowLeft', 'ArrowRight']],
  ['shortcuts.time.week', ['Shift+ArrowLeft', 'Shift+ArrowRight']],
  ['shortcuts.time.end', ['Alt+ArrowLeft', 'Alt+ArrowRight']],
  ['shortcuts.time.begin', ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight']],
  ['shortcuts.time.keep', ['Enter']],
  ['shortcuts.time.leave', ['Escape']],
];

/** What they do with a piece of a vision board. */
const ON_A_BOARD: readonly (readonly [Key, readonly string[]])[] = [
  ['shortcuts.vision.walk', ['Tab', 'Shift+Tab']],
  ['shortcuts.vision.move', ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']],
  ['shortcuts.vision.far', ['Shift+ArrowLeft', 'Shift+ArrowRight']],
  ['shortcuts.vision.size', ['Mod+ArrowLeft', 'Mod+ArrowRight']],
  ['shortcuts.vision.turn', ['Alt+ArrowLeft', 'Alt+ArrowRight']],
  ['shortcuts.vision.enter', ['Enter']],
  ['shortcuts.vision.leave', ['Escape']],
];

const BY_MOUSE = ['write', 'pick', 'range', 'another', 'move', 'menu', 'lay'] as const;

/** Every way there is that answers what was typed: by the commands' own keys, on a line, by mouse. */
export function waysOf(commands: readonly Command[], typed: string): Ways[] {
  const words = wordsOf(typed);
  const all = [
    ...GROUPS.map((group) => ({
      title: t(`shortcuts.group.${group}`),
      ways: commands.filter((one) => one.group === group).flatMap(wayOf),
    })),
    { title: t('shortcuts.group.rows'), ways: onALine() },
    { title: t('shortcuts.group.time'), ways: waysIn(IN_TIME) },
    { title: t('shortcuts.group.vision'), ways: waysIn(ON_A_BOARD) },
    { title: t('shortcuts.group.mouse'), ways: BY_MOUSE.map(byMouse) },
  ];
  return all
    .map(({ title, ways }) => ({ title, ways: ways.filter((way) => answers(way, words)) }))
    .filter(({ ways }) => ways.length > 0);
}

/** A command without keys has no shortcut to show. */
function wayOf(command: Command): Way[] {
  const keys = (command.keys ?? []).map((chord) => showKeys(chord));
  return keys.length > 0 ? [{ does: plainName(command), keys }] : [];
}

function waysIn(ways: readonly (readonly [Key, readonly string[]])[]): Way[] {
  return ways.map(([does, keys]) => ({
    does: t(does),
    keys: keys.map((chord) => showKeys(chord)),
  }));
}

function onALine(): Way[] {
  const write = { does: t('shortcuts.rows.write'), keys: [], how: t('shortcuts.rows.write.how') };
  return [...waysIn(ON_A_LINE), write];
}

function byMouse(way: (typeof BY_MOUSE)[number]): Way {
  const held = { shift: showKeys('Shift'), mod: showKeys('Mod') };
  return {
    does: t(`shortcuts.mouse.${way}`),
    keys: [],
    how: t(`shortcuts.mouse.${way}.how`, held),
  };
}

function answers({ does, keys, how = '' }: Way, words: readonly string[]): boolean {
  const text = plain([does, ...keys, how].join(' '));
  return words.every((word) => text.includes(word));
}
