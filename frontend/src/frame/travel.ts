import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping, typingWaits } from '../plan/typing';
import type { Mirror } from '../plan/mirror.svelte';
import type { Plan, StepName } from '../plan/types';
import { t } from '../text/text';
import { stepName } from './names';

/** The steps that an undo takes whole plans away with. */
const PLANS: readonly string[] = ['plan_add', 'sample'];

/**
 * Undo or redo: first what was typed is kept, then one step is travelled and
 * told. An undo that takes away another plan than the one shown says so first,
 * and is done when it is asked for again.
 */
export function travel(desk: Desk, way: 'undo' | 'redo', keys: string[]): Command {
  const { mirror, edits, notices, commands } = desk;
  /** The step that one was asked about. */
  let asked: StepName | undefined;
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
    const plan = way === 'undo' && asked !== mirror.undo ? planUnseen(mirror) : undefined;
    if (plan) {
      asked = mirror.undo;
      return notices.offer(
        t('app.undo.plan', { plan: plan.name }),
        t('command.undo'),
        () => void go(),
      );
    }
    const changes = await edits[way]();
    if (!changes) return;
    notices.outlived();
    const back = way === 'undo' ? 'redo' : 'undo';
    const words = t(way === 'undo' ? 'app.undone' : 'app.redone', { step });
    notices.offer(words, t(`command.${back}`), () => commands.get(`frame.${back}`)?.run());
    if (changes.focus && !inField(document.activeElement)) desk.hand.find(changes.focus);
  }
}

/** The plan that the next undo takes away unseen: the newest one, as ids grow with time. */
function planUnseen(mirror: Mirror): Plan | undefined {
  if (!PLANS.includes(mirror.undo.op)) return undefined;
  const newest = [...mirror.plans].sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  return newest?.id === mirror.planId ? undefined : newest;
}

/** True while the hand is in a field: then the view must not take it away. */
function inField(element: Element | null): boolean {
  return element !== null && element.matches('input, textarea, select, [contenteditable="true"]');
}
