import type { Pictured } from '../drawing/pictured';
import type { Ruler } from '../drawing/words';
import { flushTyping } from '../plan/typing';
import { t } from '../text/text';
import type { Wanted } from './chart';
import type { MindMap } from './map';
import { besideOf, middleOf } from './middle';
import { pictureOf } from './picture';

const NOTHING: ReadonlySet<string> = new Set();

/** Opens the map as a picture, to be saved: what is being written stands in it. */
export function showPicture(map: MindMap): void {
  void flushTyping().then(() => (map.desk.sheets.open = { what: 'picture', of: pictured(map) }));
}

/** The map as one sees it, and all of the plan. */
function pictured({ desk, view }: MindMap): Pictured {
  const { mirror } = desk;
  const title = mirror.item(view.branch)?.title ?? mirror.plan?.name ?? '';
  const make = (centre: string, folded: ReadonlySet<string>, branch: string) => (ruler: Ruler) => {
    const beside = branch === '' ? besideOf(mirror, centre) : [];
    const wanted: Wanted = { centre, folded, oneSided: view.oneSided, beside };
    const { branchColours, chart } = view;
    const rest = { sides: chart.sides, branchColours, values: branch === '' };
    return pictureOf({ mirror, day: desk.now.day, wanted, ...rest }, ruler);
  };
  return {
    title: t('map.picture'),
    label: t('map.picture.of', { title }),
    file: t('map.picture.file', { title }),
    saved: 'map.picture.saved',
    ways: [
      { name: t('map.picture.now'), make: make(view.centre, view.folds, view.branch) },
      { name: t('map.picture.all'), make: make(middleOf(mirror), NOTHING, '') },
    ],
  };
}
