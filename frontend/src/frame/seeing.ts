import Move from '@lucide/svelte/icons/corner-down-right';
import Focus from '@lucide/svelte/icons/focus';
import Signpost from '@lucide/svelte/icons/signpost';
import { tick } from 'svelte';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping } from '../plan/typing';
import { t } from '../text/text';
import type { Reach } from './reach';
import type { Sides } from './sides.svelte';
import type { Stay } from './stay.svelte';
import { keysOf, VIEWS, type View } from './views';

/** The way to the views of a frame: what a command needs for it. */
interface Ways {
  readonly stay: Stay;
  readonly sides: Sides;
  readonly reach: Reach;
}

/**
 * The way to a view; what is being typed is kept first, and the view takes the
 * keyboard, and in a narrow window its place from what stands at the side.
 */
function viewCommand(desk: Desk, { stay, sides, reach }: Ways, view: View): Command {
  return {
    id: `frame.view.${view.id}`,
    label: 'frame.go',
    names: view.name,
    group: 'view',
    keys: [keysOf(view)],
    when: 'always',
    params: () => ({ view: t(view.name) }),
    enabled: () => view.above === true || desk.mirror.plan !== undefined,
    checked: () => stay.view === view,
    run: () => void go(),
  };

  async function go(): Promise<void> {
    await flushTyping();
    sides.uncover();
    await tick();
    if (stay.view === view) return reach.plan();
    await stay.show(view, () => reach.letGo());
    desk.notices.whisper(t(view.name));
  }
}

/** The ways to all views, in the order of the rail. */
export function viewCommands(desk: Desk, ways: Ways): Command[] {
  return VIEWS.map((view) => viewCommand(desk, ways, view));
}

/** Focus (R104): one item and what lies below it, in every view; on the item in focus the way back. */
export function focusCommand({ mirror, hand, notices }: Desk): Command {
  const item = () => {
    const found = mirror.item(hand.id);
    const placed = found && (found.kind !== 'idea' || found.parentId !== '');
    return placed && found.planId === mirror.planId ? found : undefined;
  };
  const inside = () => hand.branch !== '' && hand.branch === hand.id;
  return {
    id: 'frame.focus',
    get label() {
      return inside() ? 'frame.whole' : 'frame.focus';
    },
    icon: Focus,
    group: 'view',
    keys: ['Mod+Alt+F'],
    when: 'always',
    enabled: () => item() !== undefined,
    run: () => {
      const { id, title = '' } = item() ?? {};
      if (!id) return;
      notices.whisper(inside() ? t('frame.unfocused') : t('frame.focused', { title }));
      hand.branch = inside() ? '' : id;
      hand.find(id);
    },
  };
}

/** "Why am I doing this?" of the item in hand (R18). */
export function whyCommand({ mirror, hand }: Desk, ask: () => void): Command {
  return {
    id: 'frame.why',
    label: 'frame.why',
    icon: Signpost,
    group: 'item',
    keys: ['Mod+Shift+Y'],
    when: 'always',
    enabled: () => mirror.item(hand.id)?.planId === mirror.planId,
    run: ask,
  };
}

/** Moves what the hand holds below something else that one finds by its words. */
export function moveCommand({ mirror, hand }: Desk, ask: () => void): Command {
  return {
    id: 'frame.move',
    label: 'frame.move',
    icon: Move,
    group: 'item',
    keys: ['Mod+Shift+M'],
    when: 'always',
    enabled: () => hand.ids.length > 0 && mirror.item(hand.id)?.planId === mirror.planId,
    run: ask,
  };
}

/** Out of the focus: the whole plan, with what the hand holds still in sight. */
export function wholeCommand({ hand, notices }: Desk): Command {
  return {
    id: 'frame.whole',
    label: 'frame.whole',
    group: 'view',
    enabled: () => hand.branch !== '',
    run: () => {
      const here = hand.id || hand.branch;
      hand.branch = '';
      hand.find(here);
      notices.whisper(t('frame.unfocused'));
    },
  };
}
