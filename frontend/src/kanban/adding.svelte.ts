/** The line at the foot of a column in which steps are added, one after the other. */
export class Adding {
  text = $state('');
  /** What the next step will stand below; '' = the top of the plan. */
  parentId = $state('');

  constructor(
    readonly columnId: string,
    parentId: string,
  ) {
    this.parentId = parentId;
  }
}
