import { clock, today } from './dates';

/** The day and the time that it is here, for what is shown; whoever holds it looks at the clock now and then. */
export class Now {
  day = $state(today());
  /** "09:41". */
  time = $state(clock(new Date()));

  look(): void {
    const now = new Date();
    this.day = today(now);
    this.time = clock(now);
  }
}
