import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping, typingWaits } from '../plan/typing';
import { t } from '../text/text';
import { stepName } from './names';
import type { Reach } from './reach';
import type { Side, Sides } from './sides.svelte';

/** The dialogs that the frame can open. */
export type Asking = 'plan' | 'rename' | 'client';

/** The commands of the frame, by name. */
export type FrameCommands = ReturnType<typeof frameCommands>;

/** Undo, redo, what stands at the side, and whose plan is open. */
export function frameCommands(desk: Desk, sides: Sides, reach: Reach, ask: (what: Asking) => void) {
  const planned = () => desk.mirror.plan !== undefined;
  const side = (id: Side, keys: string[]): Command => ({
    id: `frame.${id}`,
    label: `command.${id}`,
    group: 'view',
    keys,
    when: 'always',
    enabled: planned,
    run: () => sides.toggle(id),
  });
  return {
    undo: travel(desk, 'undo', ['Mod+Z']),
    redo: travel(desk, 'redo', ['Mod+Shift+Z', 'Mod+Y']),
    details: side('details', ['Mod+I']),
    ideas: side('ideas', ['Mod+J']),
    trash: side('trash', ['Mod+Shift+J']),
    reach: {
      ...plain('frame.reach', 'command.reach', () => reach.go()),
      group: 'view',
      keys: ['F6'],
      when: 'always',
    },
    newPlan: plain('frame.plan.new', 'command.plan.new', () => ask('plan')),
    renamePlan: {
      ...plain('frame.plan.rename', 'command.plan.rename', () => ask('rename')),
      enabled: planned,
    },
    sample: plain('frame.plan.sample', 'command.plan.sample', () => {
      void desk.edits.addSample('book');
    }),
    newClient: plain('frame.client.new', 'command.client.new', () => ask('client')),
  } satisfies Record<string, Command>;
}

function plain(id: string, label: Command['label'], run: () => void): Command {
  return { id, label, group: 'file', enabled: () => true, run };
}

/** Undo or redo: first what was typed is kept, then one step is travelled and told. */
function travel(desk: Desk, way: 'undo' | 'redo', keys: string[]): Command {
  const { mirror, edits, notices } = desk;
  return {
    id: `frame.${way}`,
    get label() {
      return mirror[way].op ? (`command.${way}.of` as const) : (`command.${way}` as const);
    },
    params: () => ({ step: stepName(mirror[way]) }),
    group: 'edit',
    keys,
    when: 'always',
    enabled: () => mirror[way].op !== '' || (way === 'undo' && typingWaits()),
    run: () => void go(),
  };

  async function go(): Promise<void> {
    await flushTyping();
    const step = stepName(mirror[way]);
    if (!step) return;
    const changes = await edits[way]();
    if (!changes) return;
    notices.outlived();
    notices.whisper(t(way === 'undo' ? 'app.undone' : 'app.redone', { step }));
    if (changes.focus && !inField(document.activeElement)) desk.hand.find(changes.focus);
  }
}

/** True while the hand is in a field: then the view must not take it away. */
function inField(element: Element | null): boolean {
  return element !== null && element.matches('input, textarea, select, [contenteditable="true"]');
}
