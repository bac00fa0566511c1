import type { Desk } from '../commands/desk';
import type { Point } from '../gesture/press';
import { pageRuler } from '../text/ruler';
import { Acts } from './acts';
import { Clip } from './clip';
import { Drag, SWATCH } from './drag.svelte';
import { VisionRemembering } from './remembering';
import { View } from './view.svelte';
import { Writing } from './writing';

/** The vision boards of a plan: what one sees of them, and everything the hand can do there. */
export class Vision {
  readonly view: View;
  readonly acts: Acts;
  readonly writing: Writing;
  readonly drag: Drag;
  readonly clip: Clip;
  readonly remembering: VisionRemembering;

  constructor(readonly desk: Desk) {
    this.view = new View(desk.mirror, desk.hand, desk.now, pageRuler());
    this.acts = new Acts(desk, this.view);
    this.writing = new Writing(desk, this.view, this.acts);
    this.drag = new Drag(this.view, this.acts);
    this.drag.write = (kind, place) => this.writing.start(kind, place, {});
    this.clip = new Clip(this.acts, this.view);
    this.remembering = new VisionRemembering(desk, this.view);
  }

  /** Puts what the tool is for around a point of the board, or where there is room. */
  put(at: Point | null): void {
    const { view, acts, writing } = this;
    const { tool } = view;
    view.tool = 'select';
    switch (tool) {
      case 'quote':
      case 'note':
        return writing.startAt(tool, at);
      case 'shape':
        return void acts.hangAt('shape', at, { fill: 'leaf' });
      case 'swatch':
        return void acts.hangAt('swatch', at, { colours: SWATCH });
      case 'line':
        return void acts.hangAt('line', at, { form: 'arrow' });
      case 'frame':
        return void acts.hangAt('frame', at, {}).then((id) => writing.begin(id));
      case 'select':
    }
  }

  /** Asks for pictures, or a folder of them, and hangs them in the middle of what one sees then. */
  async choose(what: 'choose' | 'folder'): Promise<void> {
    const pictures = await this.desk.coming.bring(what);
    if (pictures.length > 0) await this.acts.hangPictures(pictures, null);
  }

  /** Goes to what a piece stands for; false when that is nothing. */
  go(id: string): boolean {
    const piece = this.view.lying(id)?.piece;
    const { mirror, hand, commands } = this.desk;
    if (piece && mirror.item(piece.itemId)) {
      commands.get('frame.view.outline')?.run();
      hand.find(piece.itemId);
      return true;
    }
    if (!piece || piece.valueId === '') return false;
    commands.get('frame.view.foundations')?.run();
    return true;
  }
}
