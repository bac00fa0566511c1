import { tick } from 'svelte';
import type { Desk } from '../commands/desk';
import type { FoundRow } from '../plan/found';
import { quoted } from './hints';
import { t } from '../text/text';

/** Goes where something was found; in another plan, after that is open. */
export async function go(desk: Desk, row: FoundRow): Promise<void> {
  const { mirror, edits, hand } = desk;
  if (row.of === 'tag') {
    const name = row.title.map(({ text }) => text).join('');
    desk.sheets.finding.call(`${t('search.ask.tag')}:${quoted(name)} `);
    return;
  }
  if (row.planId !== '' && row.planId !== mirror.planId) await edits.openPlan(row.planId);
  await tick();
  if (row.trashed) return run(desk, 'frame.trash');
  switch (row.of) {
    case 'plan':
      return;
    case 'item':
      return hand.seek(row.itemId);
    case 'piece':
    case 'vision_board':
      hand.hung = row.id;
      return run(desk, 'frame.view.vision');
    case 'plan_version':
      desk.sheets.open = { what: 'adapt', compared: row.id };
      return;
    case 'aspect':
      return goToSaid(desk, row);
  }
}

/** What is said of an item is at the item; the rest is where it is written down. */
function goToSaid(desk: Desk, { itemId, planId, aspect }: FoundRow): void {
  const { sheets, hand } = desk;
  switch (aspect) {
    case 'checkin':
    case 'checkpoint':
    case 'setback':
    case 'rhythm':
      sheets.open = { what: 'checkin', of: itemId ? { itemId } : { planId } };
      return;
    case 'value':
    case 'person':
    case 'resource':
      sheets.open = { what: 'client' };
      return;
  }
  if (itemId) return hand.seek(itemId);
  run(desk, 'frame.view.foundations');
}

function run({ commands }: Desk, id: string): void {
  const command = commands.get(id);
  if (command?.enabled()) command.run();
}
