import Keyboard from '@lucide/svelte/icons/keyboard';
import Search from '@lucide/svelte/icons/search';
import TextSearch from '@lucide/svelte/icons/text-search';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import type { Sample } from '../plan/types';
import type { Reach } from './reach';
import { focusCommand, moveCommand, whyCommand, wholeCommand } from './seeing';
import { canShow, type Side, type Sides } from './sides.svelte';
import { travel } from './travel';

/** What the frame can open over the window: what it asks or answers, the palette, the shortcuts. */
export type Asking = 'plan' | 'rename' | 'client' | 'why' | 'move' | 'palette' | 'shortcuts';

/** The commands of the frame, by name. */
export type FrameCommands = ReturnType<typeof frameCommands>;

/** Undo, redo, what stands at the side, what is in focus, and whose plan is open. */
export function frameCommands(desk: Desk, sides: Sides, reach: Reach, ask: (what: Asking) => void) {
  const planned = () => desk.mirror.plan !== undefined;
  const side = (id: Side, keys: string[]): Command => ({
    id: `frame.${id}`,
    label: `command.${id}`,
    group: 'view',
    keys,
    when: 'always',
    enabled: () => canShow(desk.mirror, id),
    checked: () => sides.shown === id && canShow(desk.mirror, id),
    run: () => sides.toggle(id),
  });
  return {
    undo: travel(desk, 'undo', ['Mod+Z']),
    redo: travel(desk, 'redo', ['Mod+Shift+Z', 'Mod+Y']),
    details: side('details', ['Mod+I']),
    ideas: side('ideas', ['Mod+J']),
    trash: side('trash', ['Mod+Shift+J']),
    search: searchCommand(desk, sides),
    focus: focusCommand(desk),
    whole: wholeCommand(desk),
    why: whyCommand(desk, () => ask('why')),
    move: moveCommand(desk, () => ask('move')),
    next: {
      ...plain('frame.next', 'frame.next', () => reach.go(1)),
      group: 'view',
      keys: ['F6'],
      when: 'always',
    },
    before: {
      ...plain('frame.before', 'frame.before', () => reach.go(-1)),
      group: 'view',
      keys: ['Shift+F6'],
      when: 'always',
    },
    palette: {
      ...plain('frame.palette', 'command.palette', () => ask('palette')),
      group: 'edit',
      keys: ['Mod+K'],
      when: 'always',
      icon: Search,
    },
    shortcuts: {
      ...plain('frame.shortcuts', 'command.shortcuts', () => ask('shortcuts')),
      group: 'help',
      keys: ['F1', 'Mod+/', '?'],
      when: 'always',
      icon: Keyboard,
    },
    newPlan: plain('frame.plan.new', 'command.plan.new', () => ask('plan')),
    renamePlan: {
      ...plain('frame.plan.rename', 'command.plan.rename', () => ask('rename')),
      enabled: planned,
    },
    sampleBook: sample(desk, 'book'),
    sampleCareer: sample(desk, 'career'),
    sampleDog: sample(desk, 'dog'),
    newClient: plain('frame.client.new', 'command.client.new', () => ask('client')),
  } satisfies Record<string, Command>;
}

/** Calls the search and its field; it closes by its button and by Esc. */
function searchCommand(desk: Desk, sides: Sides): Command {
  return {
    id: 'frame.search',
    label: 'command.search',
    group: 'edit',
    keys: ['Mod+Shift+F'],
    when: 'always',
    icon: TextSearch,
    enabled: () => canShow(desk.mirror, 'search'),
    run: () => {
      sides.show('search');
      desk.sheets.finding.call();
    },
  };
}

function sample(desk: Desk, key: Sample): Command {
  return plain(`frame.sample.${key}`, `command.sample.${key}`, () => {
    void desk.edits.addSample(key);
  });
}

function plain(id: string, label: Command['label'], run: () => void): Command {
  return { id, label, group: 'file', enabled: () => true, run };
}
