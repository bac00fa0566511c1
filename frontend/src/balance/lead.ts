import type { Desk } from '../commands/desk';
import type { Balance } from '../measure/balance';
import { ruleOf } from '../measure/words';
import type { Item } from '../plan/types';
import { t } from '../text/text';

/** Where to look after a sentence: what the button says, and where it leads. */
export interface Lead {
  readonly label: string;
  run(): void;
}

/** What the page itself can show. */
export interface Ways {
  rate(): void;
  takes(): void;
  shelf(): void;
}

/** The way from the sentence of a vision to where one thing can be done about it. */
export function leadOf(desk: Desk, balance: Balance, ways: Ways): Lead {
  const vision = desk.mirror.item(balance.visionId);
  const view = (id: string) => () => desk.commands.get(`frame.view.${id}`)?.run();
  const [goal] = [...balance.bare, ...balance.still];
  switch (ruleOf(balance)) {
    case 'measure.says.nothing':
    case 'measure.says.looked':
    case 'measure.says.unrated':
    case 'measure.says.silent':
      return { label: t('balance.lead.rate'), run: () => ways.rate() };
    case 'measure.says.goalless':
    case 'measure.says.loose':
      return { label: t('balance.lead.outline'), run: () => void find(desk, vision) };
    case 'measure.says.bare':
    case 'measure.says.still':
      return {
        label: t('balance.lead.goal', { title: goal?.goal.title ?? '' }),
        run: () => void find(desk, goal?.goal),
      };
    case 'measure.says.astray':
    case 'measure.says.unaligned':
      return { label: t('balance.lead.values'), run: view('foundations') };
    case 'measure.says.hopeful':
      return { label: t('balance.lead.takes'), run: () => ways.takes() };
    case 'measure.says.both':
      return { label: t('balance.lead.shelf'), run: () => ways.shelf() };
    case 'measure.says.late':
      return { label: t('balance.lead.today'), run: view('today') };
    default:
      return { label: t('balance.lead.details'), run: () => void show(desk, vision) };
  }
}

/** Shows an item where it stands, also in another plan. */
async function find(desk: Desk, item: Item | undefined): Promise<void> {
  if (!(await there(desk, item))) return;
  desk.commands.get('frame.view.outline')?.run();
  desk.hand.find(item?.id ?? '');
}

/** Shows what an item is about beside the page; the page stays. */
export async function show(desk: Desk, item: Item | undefined): Promise<void> {
  if (!item || !(await there(desk, item))) return;
  desk.hand.pick([item.id]);
  const details = desk.commands.get('frame.details');
  if (details?.checked?.() === false) details.run();
}

/** Its plan is open. */
async function there({ mirror, edits }: Desk, item: Item | undefined): Promise<boolean> {
  if (!item) return false;
  if (item.planId !== mirror.planId) await edits.openPlan(item.planId);
  return item.planId === mirror.planId;
}
