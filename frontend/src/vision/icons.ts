import ArrowDownToLine from '@lucide/svelte/icons/arrow-down-to-line';
import ArrowUpToLine from '@lucide/svelte/icons/arrow-up-to-line';
import Copy from '@lucide/svelte/icons/copy';
import Crop from '@lucide/svelte/icons/crop';
import Frame from '@lucide/svelte/icons/frame';
import Group from '@lucide/svelte/icons/group';
import ImagePlus from '@lucide/svelte/icons/image-plus';
import Layout from '@lucide/svelte/icons/layout-dashboard';
import Link from '@lucide/svelte/icons/link';
import Lock from '@lucide/svelte/icons/lock';
import Minus from '@lucide/svelte/icons/minus';
import MousePointer from '@lucide/svelte/icons/mouse-pointer-2';
import Palette from '@lucide/svelte/icons/palette';
import Play from '@lucide/svelte/icons/play';
import Quote from '@lucide/svelte/icons/quote';
import Scan from '@lucide/svelte/icons/scan';
import Share from '@lucide/svelte/icons/share';
import Square from '@lucide/svelte/icons/square';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Sunrise from '@lucide/svelte/icons/sunrise';
import Trash from '@lucide/svelte/icons/trash-2';
import Link2 from '@lucide/svelte/icons/link-2';
import type { Icon } from '../commands/command';

/** The picture of each command that stands on a button; menus have words. */
export const ICONS: Readonly<Record<string, Icon>> = {
  'vision.select': MousePointer,
  'vision.picture': ImagePlus,
  'vision.quote': Quote,
  'vision.note': StickyNote,
  'vision.shape': Square,
  'vision.line': Minus,
  'vision.frame': Frame,
  'vision.swatch': Palette,
  'vision.card': Link2,
  'vision.wake': Sunrise,
  'vision.crop': Crop,
  'vision.stands': Link,
  'vision.show': Play,
  'vision.arrange': Layout,
  'vision.poster': Share,
  'vision.fit': Scan,
  'vision.duplicate': Copy,
  'vision.group': Group,
  'vision.lock': Lock,
  'vision.front': ArrowUpToLine,
  'vision.back': ArrowDownToLine,
  'vision.delete': Trash,
};
