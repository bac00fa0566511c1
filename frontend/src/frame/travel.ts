import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { flushTyping, typingWaits } from '../plan/typing';
import { t } from '../text/text';
import { stepName } from './names';

/** Undo or redo: first what was typed is kept, then one step is travelled and told. */
export function travel(desk: Desk, way: 'undo' | 'redo', keys: string[]): Command {
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
