import type { Desk } from '../commands/desk';
import { kept, text } from '../plan/kept';
import { Remembering } from '../plan/remembering.svelte';
import { PAGES, type Page } from './pages';

/** Which page is open, and whose sheet is shown. */
export class View {
  page = $state<Page>('values');
  /** The vision of the sheet; '' = the first one. */
  visionId = $state('');
}

/** Which page of the foundations was open. */
export class FoundationsRemembering extends Remembering {
  constructor(
    desk: Desk,
    readonly view: View,
  ) {
    super(desk, 'foundations');
  }

  protected override recall(data: string): void {
    const found = kept(data);
    this.view.page = PAGES.find((page) => page === found['page']) ?? 'values';
    this.view.visionId = text(found['vision']);
  }

  protected override note(): string {
    const { page, visionId } = this.view;
    return JSON.stringify({ page, vision: visionId });
  }
}
