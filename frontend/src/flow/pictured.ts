import { flushTyping } from '../plan/typing';
import { t } from '../text/text';
import type { Flow } from './flow';
import { pictureOf } from './picture';

/** Opens the flow as a picture, to be saved: what is being written stands in it. */
export function showPicture({ desk, view }: Flow): void {
  void flushTyping().then(() => {
    const title = desk.mirror.item(view.scope)?.title ?? desk.mirror.plan?.name ?? '';
    const { layout, drawn, faces, way, rem } = view;
    const flow = { layout, drawn, faces, way, rem, title };
    desk.sheets.open = {
      what: 'picture',
      of: {
        title: t('flow.picture'),
        label: t('flow.picture.of', { title }),
        file: t('flow.picture.file', { title }),
        saved: 'flow.picture.saved',
        ways: [{ name: t('flow.picture'), make: (ruler) => pictureOf(flow, ruler) }],
      },
    };
  });
}
